-- What members ask the directory again and again: see prisma/schema.prisma and prisma/sql/people/saved-searches.sql.
CREATE TABLE saved_searches (
  company_id UUID NOT NULL,
  id UUID NOT NULL,
  member_id UUID NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT saved_searches_pkey PRIMARY KEY (company_id, id),
  CONSTRAINT saved_searches_company_id_member_id_fkey FOREIGN KEY (company_id, member_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX saved_searches_company_id_member_id_query_key ON saved_searches (company_id, member_id, query);
