-- Saved searches tell of whom they find anew; one's own profile asks at times whether it still holds: see prisma/schema.prisma and
-- prisma/sql/people/{search-news,reminders}.sql.
ALTER TYPE "NotificationKind" ADD VALUE 'SEARCH';
ALTER TABLE saved_searches
  ADD COLUMN look_after TIMESTAMPTZ(3),
  ADD COLUMN looked_at TIMESTAMPTZ(3),
  ADD COLUMN opened_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN told_at TIMESTAMPTZ(3),
  ADD COLUMN too_wide BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX saved_searches_look_after_idx ON saved_searches (look_after) WHERE look_after IS NOT NULL;

CREATE TABLE saved_search_people (
  company_id UUID NOT NULL,
  search_id UUID NOT NULL,
  member_id UUID NOT NULL,
  found_at TIMESTAMPTZ(3),
  CONSTRAINT saved_search_people_pkey PRIMARY KEY (company_id, search_id, member_id),
  CONSTRAINT saved_search_people_company_id_search_id_fkey FOREIGN KEY (company_id, search_id)
    REFERENCES saved_searches (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT saved_search_people_company_id_member_id_fkey FOREIGN KEY (company_id, member_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX saved_search_people_company_id_member_id_idx ON saved_search_people (company_id, member_id);
CREATE INDEX saved_search_people_found_at_idx ON saved_search_people (found_at) WHERE found_at IS NOT NULL;

ALTER TABLE profiles
  ADD COLUMN employer_asked_at TIMESTAMPTZ(3),
  ADD COLUMN suggest_after TIMESTAMPTZ(3);
ALTER TABLE profiles NO FORCE ROW LEVEL SECURITY;
UPDATE profiles SET employer_asked_at = now() WHERE employer IS NOT NULL;
ALTER TABLE profiles FORCE ROW LEVEL SECURITY;
