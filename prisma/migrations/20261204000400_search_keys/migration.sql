-- What people are found by leads with their company in the index itself: intersected with the list of all the company's people, a name took a large one most of its
-- search. Of a row of search_docs its grams, its facets, and its kind. (Of two companies whose keys lead with the same the company itself tells them apart.)
CREATE FUNCTION search_keys(company uuid, kind "MemberKind", words text[]) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 100 AS $$
DECLARE lead text := left(md5(company::text), 6);
BEGIN
  -- (What is null is left out.)
  RETURN string_to_array(lead || array_to_string(words || ('kind:' || kind), E'\x1f' || lead), E'\x1f');
END $$;

DROP INDEX search_docs_alumnus_idx, search_docs_employee_idx, search_docs_hr_idx;
CREATE INDEX search_docs_alumnus_idx ON search_docs USING GIN (search_keys(company_id, kind, grams || facets)) WHERE viewer_kind = 'ALUMNUS';
CREATE INDEX search_docs_employee_idx ON search_docs USING GIN (search_keys(company_id, kind, grams || facets)) WHERE viewer_kind = 'EMPLOYEE';
CREATE INDEX search_docs_hr_idx ON search_docs USING GIN (search_keys(company_id, kind, grams || facets)) WHERE viewer_kind = 'HR';

-- A page of those whose seats are known is put in any order from here alone.
DROP INDEX search_docs_seat_key;
CREATE UNIQUE INDEX search_docs_seat_key ON search_docs (company_id, viewer_kind, seat) INCLUDE (sort_key, arrived_at, changed_at, member_id);

-- The values of a dimension that most people have, of which there may be thousands.
CREATE INDEX facet_counts_by_people_idx ON facet_counts (company_id, viewer_kind, split_part(facet, ':', 1), kind, people DESC, facet);
