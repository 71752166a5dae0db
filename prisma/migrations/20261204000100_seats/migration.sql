-- Each member has a seat among all of the company's of whom one kind of viewer knows, and each facet a row of bits that says who sits there:
-- filters are crossed bit by bit, and counted without reading anybody (prisma/sql/people/facets.sql).
ALTER TABLE facet_counts ADD COLUMN seats BIT VARYING NOT NULL DEFAULT '';

-- All rows are written anew, and the indexes made at the end: kept up row by row they would take an hour.
DROP INDEX search_docs_alumnus_idx, search_docs_employee_idx, search_docs_hr_idx, search_docs_by_reading_idx, search_docs_by_arrival_idx, search_docs_by_change_idx;
ALTER TABLE search_docs ADD COLUMN seat INTEGER;
ALTER TABLE search_docs NO FORCE ROW LEVEL SECURITY;
ALTER TABLE search_docs DISABLE TRIGGER USER;
UPDATE search_docs d SET seat = s.seat FROM (
    SELECT company_id, member_id, viewer_kind, row_number() OVER (PARTITION BY company_id, viewer_kind ORDER BY member_id) - 1 AS seat FROM search_docs) s
  WHERE s.company_id = d.company_id AND s.member_id = d.member_id AND s.viewer_kind = d.viewer_kind;
ALTER TABLE search_docs ENABLE TRIGGER USER;
ALTER TABLE search_docs ALTER COLUMN seat SET NOT NULL;

-- So that filters find whom they found before, also until all of it is counted again.
ALTER TABLE facet_counts NO FORCE ROW LEVEL SECURITY;
UPDATE facet_counts c SET seats = s.seats FROM (
    SELECT company_id, viewer_kind, kind, facet, string_agg(repeat('0', seat - before - 1) || '1', '' ORDER BY seat)::bit varying AS seats FROM (
        SELECT company_id, viewer_kind, kind, facet, seat, lag(seat, 1, -1) OVER (PARTITION BY company_id, viewer_kind, kind, facet ORDER BY seat) AS before
          FROM search_docs CROSS JOIN LATERAL unnest(facets) AS facet WHERE kind IS NOT NULL AND NOT unlisted) taken
      GROUP BY company_id, viewer_kind, kind, facet) s
  WHERE s.company_id = c.company_id AND s.viewer_kind = c.viewer_kind AND s.kind = c.kind AND s.facet = c.facet;
ALTER TABLE search_docs FORCE ROW LEVEL SECURITY;
ALTER TABLE facet_counts FORCE ROW LEVEL SECURITY;

-- With what a page is read of, so that who does not match is passed over in the index alone.
CREATE UNIQUE INDEX search_docs_seat_key ON search_docs (company_id, viewer_kind, seat) INCLUDE (sort_key, member_id);
CREATE INDEX search_docs_by_reading_idx ON search_docs (company_id, viewer_kind, sort_key, member_id) INCLUDE (seat) WHERE kind IS NOT NULL AND NOT unlisted;
CREATE INDEX search_docs_by_arrival_idx ON search_docs (company_id, viewer_kind, arrived_at, member_id) INCLUDE (seat) WHERE kind IS NOT NULL AND NOT unlisted;
CREATE INDEX search_docs_by_change_idx ON search_docs (company_id, viewer_kind, changed_at, member_id) INCLUDE (seat) WHERE kind IS NOT NULL AND NOT unlisted;
CREATE INDEX search_docs_alumnus_idx ON search_docs USING GIN (company_id uuid_ops, kind enum_ops, grams array_ops, facets array_ops) WHERE viewer_kind = 'ALUMNUS';
CREATE INDEX search_docs_employee_idx ON search_docs USING GIN (company_id uuid_ops, kind enum_ops, grams array_ops, facets array_ops) WHERE viewer_kind = 'EMPLOYEE';
CREATE INDEX search_docs_hr_idx ON search_docs USING GIN (company_id uuid_ops, kind enum_ops, grams array_ops, facets array_ops) WHERE viewer_kind = 'HR';
