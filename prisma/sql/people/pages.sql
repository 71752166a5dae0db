-- A page of the directory.

-- How many the directory lists for the caller who have one of the facets of each line, where that is kept: for one line, of which nobody has two.
-- Null where it is not.
CREATE FUNCTION kept_total(of_kind "MemberKind", chosen text[]) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT CASE WHEN cardinality(chosen) = 1 AND (strpos(chosen[1], E'\n') = 0 OR chosen[1] !~ '^(open|skill|department):') THEN (
      SELECT coalesce(sum(c.people), 0)::int FROM count_facet(string_to_array(chosen[1], E'\n')) c WHERE of_kind IS NULL OR c.kind = of_kind)
    WHEN cardinality(chosen) = 0 THEN (SELECT coalesce(sum(c.people), 0)::int FROM directory_counts c
        WHERE c.company_id = (SELECT app_company_id()) AND (of_kind IS NULL OR c.kind = of_kind))
      - (SELECT count(*)::int FROM profiles p WHERE p.company_id = (SELECT app_company_id()) AND p.member_id = ANY (parted_from_caller())
        AND p.listed IS NOT NULL AND (of_kind IS NULL OR p.listed = of_kind)) END;
END;

-- Those who match what is asked, in that order, a page of them past a key: their ids and keys. Of more than `max_hits` who match words, the first that
-- were found; of more who match facets alone, all whom the directory lists, by an index of the order. `total` is how many match, or, where it is
-- null, there are more than `max_hits`.
CREATE FUNCTION directory_page(terms text[], sounds text[], of_kind "MemberKind", chosen text[], together boolean, sorted_by text, after_key text,
    after_id uuid, page_size int, max_hits int)
  RETURNS TABLE (total int, ids uuid[], keys text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  -- The sort keys there are: what is hidden is no key. Names stand in the order of the directory on any PostgreSQL.
  sort_column text := CASE sorted_by WHEN 'arrived' THEN 'h.arrived_at' WHEN 'changed' THEN 'h.changed_at' ELSE 'h.sort_key COLLATE "C"' END;
  by_name boolean := sort_column LIKE 'h.sort_key%';
  direction text := CASE WHEN by_name THEN 'ASC' ELSE 'DESC' END;
  rest text := format('($1 IS NULL OR (%1$s, h.member_id) %2$s ($1::%3$s, $2)) ORDER BY h.viewer_kind %4$s, %1$s %4$s, h.member_id %4$s LIMIT $3',
    sort_column, CASE WHEN by_name THEN '>' ELSE '<' END, CASE WHEN by_name THEN 'text' ELSE 'timestamptz' END, direction);
  lines text[] := shown_lines(chosen, app_viewer_kind());
  wanted text[];
BEGIN
  IF terms = '{}' AND NOT together THEN
    total := kept_total(of_kind, lines);
  END IF;
  IF total IS NULL OR total <= max_hits THEN
    EXECUTE format('WITH hits AS MATERIALIZED (SELECT * FROM search_members($4, $5 + 1, $6, $7, $8, $9)),
        page AS (SELECT h.member_id, %1$s AS key FROM (SELECT *, NULL AS viewer_kind FROM hits LIMIT $5) h WHERE %2$s)
        SELECT (SELECT count(*)::int FROM hits), ARRAY(SELECT member_id FROM page ORDER BY key %3$s, member_id %3$s),
          ARRAY(SELECT key::text FROM page ORDER BY key %3$s, member_id %3$s)', sort_column, rest, direction)
      INTO total, ids, keys USING after_key, after_id, page_size, terms, max_hits, sounds, of_kind, chosen, together;
    IF total <= max_hits OR terms <> '{}' THEN
      total := CASE WHEN total <= max_hits THEN total END;
      RETURN NEXT;
      RETURN;
    END IF;
    total := NULL;
  END IF;
  -- Many match: an order is walked, and soon has a page of them. The facets are kept from the other index. (An index that begins with an enum is walked
  -- only where it stands in ORDER BY.)
  wanted := ARRAY(SELECT format('(h.facets || ''{}'') && string_to_array(%L, E''\n'')', line) FROM unnest(lines) line);
  IF together THEN
    wanted := wanted || ARRAY['EXISTS (SELECT FROM (SELECT * FROM own_profile() OFFSET 0) o WHERE h.member_id <> o.member_id
      AND careers_overlap(o.department, o.joined_on, o.left_on, o.positions, h.department, h.joined_on, h.left_on, h.positions))'];
  END IF;
  EXECUTE format('WITH page AS (SELECT h.member_id, %1$s AS key FROM search_docs h
        WHERE h.company_id = $4 AND h.viewer_kind = $5 AND h.kind IS NOT NULL AND NOT h.unlisted AND ($6 IS NULL OR h.kind = $6) AND h.member_id <> ALL ($7)
          AND %4$s AND %2$s)
      SELECT ARRAY(SELECT member_id FROM page ORDER BY key %3$s, member_id %3$s), ARRAY(SELECT key::text FROM page ORDER BY key %3$s, member_id %3$s)',
      sort_column, rest, direction, coalesce(nullif(array_to_string(wanted, ' AND '), ''), 'true'))
    INTO ids, keys USING after_key, after_id, page_size, app_company_id(), app_viewer_kind(), of_kind, parted_from_caller();
  RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION directory_page TO okaeri_app;
