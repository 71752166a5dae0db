-- What the directory is narrowed and sorted by, beside the texts that people are found by: of each kind of viewer what they see, and no more.
-- prisma/sql/people/search-docs.sql keeps it; facets are made with the texts (lib/launch/search-texts.ts).
ALTER TABLE search_docs
  ADD COLUMN facets TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN kind "MemberKind",
  ADD COLUMN sort_key TEXT COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN department TEXT,
  ADD COLUMN joined_on DATE,
  ADD COLUMN left_on DATE,
  ADD COLUMN arrived_at TIMESTAMPTZ(3) NOT NULL DEFAULT '-infinity',
  ADD COLUMN changed_at TIMESTAMPTZ(3) NOT NULL DEFAULT '-infinity',
  ADD COLUMN seen TEXT NOT NULL DEFAULT '';

DROP INDEX search_docs_alumnus_idx, search_docs_employee_idx, search_docs_hr_idx;
CREATE INDEX search_docs_alumnus_idx ON search_docs USING GIN (company_id uuid_ops, kind enum_ops, grams array_ops, facets array_ops) WHERE viewer_kind = 'ALUMNUS';
CREATE INDEX search_docs_employee_idx ON search_docs USING GIN (company_id uuid_ops, kind enum_ops, grams array_ops, facets array_ops) WHERE viewer_kind = 'EMPLOYEE';
CREATE INDEX search_docs_hr_idx ON search_docs USING GIN (company_id uuid_ops, kind enum_ops, grams array_ops, facets array_ops) WHERE viewer_kind = 'HR';

-- The orders of the directory. Where more match than a search goes through, one of these is walked.
CREATE INDEX search_docs_by_reading_idx ON search_docs (company_id, viewer_kind, sort_key, member_id) WHERE kind IS NOT NULL AND NOT unlisted;
CREATE INDEX search_docs_by_arrival_idx ON search_docs (company_id, viewer_kind, arrived_at, member_id) WHERE kind IS NOT NULL AND NOT unlisted;
CREATE INDEX search_docs_by_change_idx ON search_docs (company_id, viewer_kind, changed_at, member_id) WHERE kind IS NOT NULL AND NOT unlisted;

-- How many of the listed have a facet, kept by the database.
CREATE TABLE facet_counts (
  company_id UUID NOT NULL,
  viewer_kind "ViewerKind" NOT NULL,
  kind "MemberKind" NOT NULL,
  facet TEXT COLLATE "C" NOT NULL,
  people INTEGER NOT NULL,
  CONSTRAINT facet_counts_pkey PRIMARY KEY (company_id, viewer_kind, facet, kind),
  CONSTRAINT facet_counts_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);
