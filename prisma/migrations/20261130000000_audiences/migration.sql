-- Of each field of a profile its owner says who may see it: an audience. As what somebody looks is another thing, a viewer's kind, by which
-- search texts are kept. What speaks of the old type goes; prisma/sql makes it again.
DROP FUNCTION IF EXISTS audience_of(members), app_audience(), search_members(text[], int, text[]), members_by_surname(uuid[], text[]) CASCADE;
DO $$ BEGIN
  IF to_regprocedure('visible_to("Audience", profiles)') IS NOT NULL THEN
    DROP FUNCTION visible_to("Audience", profiles), own_profile_as("Audience"), put_own_search_doc("Audience", text) CASCADE;
  END IF;
END $$;

CREATE TYPE "ViewerKind" AS ENUM ('ALUMNUS', 'EMPLOYEE', 'HR');
DROP INDEX search_docs_company_id_grams_idx;
ALTER TABLE search_docs NO FORCE ROW LEVEL SECURITY;
ALTER TABLE search_docs RENAME COLUMN audience TO viewer_kind;
-- Of one who does not want to be listed: found by few.
ALTER TABLE search_docs ADD COLUMN unlisted BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE search_docs ALTER COLUMN viewer_kind TYPE "ViewerKind" USING 'EMPLOYEE';
-- Until now everybody saw everything.
INSERT INTO search_docs (company_id, member_id, viewer_kind, doc)
  SELECT company_id, member_id, kind, doc FROM search_docs, (VALUES ('ALUMNUS'::"ViewerKind"), ('HR')) AS other (kind);
ALTER TABLE search_docs FORCE ROW LEVEL SECURITY;
-- Of each kind one: a search goes through no more texts than it may find.
CREATE INDEX search_docs_alumnus_idx ON search_docs USING GIN (company_id uuid_ops, grams array_ops) WHERE viewer_kind = 'ALUMNUS';
CREATE INDEX search_docs_employee_idx ON search_docs USING GIN (company_id uuid_ops, grams array_ops) WHERE viewer_kind = 'EMPLOYEE';
CREATE INDEX search_docs_hr_idx ON search_docs USING GIN (company_id uuid_ops, grams array_ops) WHERE viewer_kind = 'HR';

DROP TYPE "Audience";
CREATE TYPE "Audience" AS ENUM ('NOBODY', 'HR', 'ALUMNI', 'EMPLOYEES', 'EVERYONE');

ALTER TABLE profiles
  ADD COLUMN employer TEXT,
  ADD COLUMN employer_title TEXT,
  ADD COLUMN industry TEXT,
  ADD COLUMN work TEXT,
  ADD COLUMN links TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN purpose_notes JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN rehire BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN unlisted BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN former_name_audience "Audience" NOT NULL DEFAULT 'EVERYONE',
  ADD COLUMN headline_audience "Audience" NOT NULL DEFAULT 'EVERYONE',
  ADD COLUMN about_audience "Audience" NOT NULL DEFAULT 'EVERYONE',
  ADD COLUMN tenure_audience "Audience" NOT NULL DEFAULT 'EVERYONE',
  ADD COLUMN department_audience "Audience" NOT NULL DEFAULT 'EVERYONE',
  ADD COLUMN work_audience "Audience" NOT NULL DEFAULT 'NOBODY',
  ADD COLUMN area_audience "Audience" NOT NULL DEFAULT 'EVERYONE',
  ADD COLUMN purposes_audience "Audience" NOT NULL DEFAULT 'EVERYONE',
  ADD COLUMN rehire_audience "Audience" NOT NULL DEFAULT 'NOBODY',
  ADD COLUMN skills_audience "Audience" NOT NULL DEFAULT 'EVERYONE',
  ADD COLUMN links_audience "Audience" NOT NULL DEFAULT 'NOBODY';

-- Interest in being rehired is a thing of its own: nobody sees it until its owner shows it.
ALTER TABLE profiles NO FORCE ROW LEVEL SECURITY;
UPDATE profiles SET rehire = true, purposes = array_remove(purposes, 'REHIRE') WHERE 'REHIRE' = ANY (purposes);
ALTER TABLE profiles FORCE ROW LEVEL SECURITY;

-- Who blocked one is asked on every page with people.
CREATE INDEX chat_blocks_company_id_blocked_id_idx ON chat_blocks (company_id, blocked_id);
