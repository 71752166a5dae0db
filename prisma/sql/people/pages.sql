-- A page of the directory.

-- How many the directory lists for the caller.
CREATE FUNCTION kept_total(of_kind "MemberKind") RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT (SELECT coalesce(sum(c.people), 0)::int FROM directory_counts c
      WHERE c.company_id = (SELECT app_company_id()) AND (of_kind IS NULL OR c.kind = of_kind))
    - (SELECT count(*)::int FROM profiles p WHERE p.company_id = (SELECT app_company_id()) AND p.member_id = ANY (parted_from_caller())
      AND p.listed IS NOT NULL AND (of_kind IS NULL OR p.listed = of_kind));
END;

-- Where those sit who have, of each line, one of its facets and, `together`, whose time here overlaps with the caller's: one by one in `seats`, where they are
-- few for so large a company, else in the bits of `taken`; neither for everybody. `total` is how many, or null for more than `max_hits`, where they are not
-- known one by one: then some in `taken` may not overlap.
CREATE FUNCTION seats_asked(of_kind "MemberKind", lines text[], together boolean, max_hits int) RETURNS TABLE (total int, seats int[], taken bit varying)
  LANGUAGE plpgsql STABLE AS $$
DECLARE
  parted uuid[] := parted_from_caller();
  own profiles;
  sure bit varying;
BEGIN
  IF together AND '{tenure,department}' && settling_fields(app_company_id(), app_viewer_kind()) THEN
    total := 0;
    seats := '{}';
    RETURN NEXT;
    RETURN;
  ELSIF together THEN
    SELECT * INTO own FROM own_profile();
    parted := parted || own.member_id;
    -- Who joined in the same year overlaps; who was in the same department may.
    sure := seats_with(of_kind, lines || coalesce(joined_with(own), 'nobody'), parted);
    taken := seats_with(of_kind, lines || array_to_string(departments_of(own), E'\n'), parted) & ~ sure;
    IF bit_count(taken) > 0 THEN
      seats := ARRAY(SELECT d.seat FROM search_docs d
        WHERE d.company_id = app_company_id() AND d.viewer_kind = app_viewer_kind() AND d.seat = ANY (seats_in(taken))
          AND careers_overlap(own.department, own.joined_on, own.left_on, own.positions, d.department, d.joined_on, d.left_on, d.positions)
        LIMIT greatest(max_hits + 1 - bit_count(sure), 0));
      IF bit_count(sure) + cardinality(seats) > max_hits THEN
        seats := NULL;
        taken := taken | sure;
      ELSE
        seats := seats || seats_in(sure);
        total := cardinality(seats);
      END IF;
      RETURN NEXT;
      RETURN;
    END IF;
    taken := sure;
  ELSIF lines = '{}' THEN
    total := kept_total(of_kind);
    RETURN NEXT;
    RETURN;
  ELSE
    taken := seats_with(of_kind, lines, parted);
  END IF;
  total := bit_count(taken);
  -- To look these up then costs less than to walk an order until there is a page of them.
  IF total::bigint * total <= 10 * length(taken) THEN
    seats := seats_in(taken);
  END IF;
  RETURN NEXT;
END $$;

-- Those who match what is asked, in that order, a page of them past a key: their ids and keys. Of more than `max_hits` who match words, the first that
-- were found. `total` is how many match, or, where words are asked for or the time together, null for more than `max_hits`.
CREATE FUNCTION directory_page(terms text[], sounds text[], of_kind "MemberKind", chosen text[], together boolean, sorted_by text, after_key text,
    after_id uuid, page_size int, max_hits int)
  RETURNS TABLE (total int, ids uuid[], keys text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  -- The sort keys there are: what is hidden is no key. Names stand in the order of the directory on any PostgreSQL.
  sort_column text := CASE sorted_by WHEN 'arrived' THEN 'h.arrived_at' WHEN 'changed' THEN 'h.changed_at' ELSE 'h.sort_key COLLATE "C"' END;
  by_name boolean := sort_column LIKE 'h.sort_key%';
  direction text := CASE WHEN by_name THEN 'ASC' ELSE 'DESC' END;
  -- (An index that begins with an enum is walked only where it stands in ORDER BY.)
  page text := format('page AS (SELECT h.member_id, %1$s AS key FROM %%s h WHERE %%s
        AND ($1 IS NULL OR (%1$s, h.member_id) %2$s ($1::%3$s, $2)) ORDER BY h.viewer_kind %4$s, %1$s %4$s, h.member_id %4$s LIMIT $3)
      SELECT ARRAY(SELECT member_id FROM page ORDER BY key %4$s, member_id %4$s), ARRAY(SELECT key::text FROM page ORDER BY key %4$s, member_id %4$s)',
    sort_column, CASE WHEN by_name THEN '>' ELSE '<' END, CASE WHEN by_name THEN 'text' ELSE 'timestamptz' END, direction);
  found record;
  own profiles;
  whom text;
BEGIN
  IF terms <> '{}' THEN
    EXECUTE 'WITH hits AS MATERIALIZED (SELECT member_id, sort_key, arrived_at, changed_at FROM search_members($4, $5 + 1, $6, $7, $8, $9)), '
        || format(page, '(SELECT *, NULL AS viewer_kind FROM hits LIMIT $5)', 'true') || ', (SELECT nullif(count(*), $5 + 1)::int FROM hits)'
      INTO ids, keys, total USING after_key, after_id, page_size, terms, max_hits, sounds, of_kind, chosen, together;
  ELSE
    SELECT * INTO found FROM seats_asked(of_kind, shown_lines(chosen, app_viewer_kind()), together, max_hits);
    total := found.total;
    -- Of what is listed alone a seat is in a filter's bits. (Of an array that it knows the planner looks at each number.)
    whom := CASE WHEN found.seats IS NOT NULL THEN 'h.seat = ANY ((SELECT $6)::int[])' ELSE 'h.kind IS NOT NULL AND NOT h.unlisted AND ' || CASE
      WHEN found.taken IS NOT NULL THEN 'get_bit($7, h.seat) = 1' ELSE '($8 IS NULL OR h.kind = $8) AND h.member_id <> ALL ($9)' END END;
    IF together AND total IS NULL THEN
      SELECT * INTO own FROM own_profile();
      whom := whom || ' AND careers_overlap(($10).department, ($10).joined_on, ($10).left_on, ($10).positions, h.department, h.joined_on, h.left_on, h.positions)';
    END IF;
    EXECUTE 'WITH ' || format(page, 'search_docs', 'h.company_id = $4 AND h.viewer_kind = $5 AND ' || whom)
      INTO ids, keys USING after_key, after_id, page_size, app_company_id(), app_viewer_kind(), found.seats, found.taken, of_kind, parted_from_caller(), own;
  END IF;
  RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION directory_page TO okaeri_app;
