-- A person's photo: its file, and who may see it. What it was made of is not kept.
ALTER TYPE "FileDomain" ADD VALUE 'PHOTO';
ALTER TABLE profiles
  ADD COLUMN photo_id UUID,
  ADD COLUMN photo_audience "Audience" NOT NULL DEFAULT 'EVERYONE';
