-- What a company wants its door to be found by besides its names: what everybody calls it, readings. Exactly, never by its beginning: nobody
-- learns from the front page who is a customer. Of companies that are there, the keys are made at the start (lib/launch/search-texts.ts).
ALTER TABLE "companies" ADD COLUMN "found_by" TEXT[] NOT NULL DEFAULT '{}', ADD COLUMN "door_keys" TEXT[] NOT NULL DEFAULT '{}';
CREATE INDEX "companies_door_keys_idx" ON "companies" USING GIN ("door_keys");
