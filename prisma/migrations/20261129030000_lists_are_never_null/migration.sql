-- A company's first owner was made without these two, and they were read as empty: so they are.
ALTER TABLE profiles NO FORCE ROW LEVEL SECURITY;
UPDATE profiles SET purposes = coalesce(purposes, '{}'), skills = coalesce(skills, '{}') WHERE purposes IS NULL OR skills IS NULL;
ALTER TABLE profiles
  ALTER COLUMN purposes SET DEFAULT '{}', ALTER COLUMN purposes SET NOT NULL,
  ALTER COLUMN skills SET DEFAULT '{}', ALTER COLUMN skills SET NOT NULL;
ALTER TABLE profiles FORCE ROW LEVEL SECURITY;
