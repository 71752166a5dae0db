-- Each member has a seat among all of the company's of whom one kind of viewer knows, and each facet a row of bits that says who sits there: filters are
-- crossed bit by bit, and counted without reading anybody. `npm run migrate` fills the rows of bits (prisma/sql/people/facets.sql).
ALTER TABLE facet_counts ADD COLUMN seats BIT VARYING NOT NULL DEFAULT '';

ALTER TABLE search_docs ADD COLUMN seat INTEGER;
ALTER TABLE search_docs NO FORCE ROW LEVEL SECURITY;
ALTER TABLE search_docs DISABLE TRIGGER USER;
UPDATE search_docs d SET seat = s.seat FROM (
    SELECT company_id, member_id, viewer_kind, row_number() OVER (PARTITION BY company_id, viewer_kind ORDER BY member_id) - 1 AS seat FROM search_docs) s
  WHERE s.company_id = d.company_id AND s.member_id = d.member_id AND s.viewer_kind = d.viewer_kind;
ALTER TABLE search_docs ENABLE TRIGGER USER;
ALTER TABLE search_docs FORCE ROW LEVEL SECURITY;
ALTER TABLE search_docs ALTER COLUMN seat SET NOT NULL;

-- With what a page is read of, so that who does not match is passed over in the index alone.
CREATE UNIQUE INDEX search_docs_seat_key ON search_docs (company_id, viewer_kind, seat) INCLUDE (sort_key, member_id);
DROP INDEX search_docs_by_reading_idx, search_docs_by_arrival_idx, search_docs_by_change_idx;
CREATE INDEX search_docs_by_reading_idx ON search_docs (company_id, viewer_kind, sort_key, member_id) INCLUDE (seat) WHERE kind IS NOT NULL AND NOT unlisted;
CREATE INDEX search_docs_by_arrival_idx ON search_docs (company_id, viewer_kind, arrived_at, member_id) INCLUDE (seat) WHERE kind IS NOT NULL AND NOT unlisted;
CREATE INDEX search_docs_by_change_idx ON search_docs (company_id, viewer_kind, changed_at, member_id) INCLUDE (seat) WHERE kind IS NOT NULL AND NOT unlisted;
