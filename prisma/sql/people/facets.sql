-- Who of those whom the directory lists has a facet, for each kind of viewer, and how many: what a choice shows beside it, how many a page has, and whom filters
-- leave, with no look at the people. A change turns over the bits of those whom it concerns. What went past the triggers is put right by `npm run migrate`,
-- whenever a file of prisma/sql/people has changed.
GRANT SELECT, INSERT, UPDATE, DELETE ON facet_counts TO okaeri_lookup;

-- Once for a statement, and in one order: of two that change several none waits for the other in a circle.
CREATE FUNCTION count_facets() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO facet_counts AS c (company_id, viewer_kind, kind, facet, people, seats)
    SELECT company_id, viewer_kind, kind, facet, sum(change), taken_seats(array_agg(seat)) FROM (
        SELECT company_id, viewer_kind, kind, facet, seat, sum(change) AS change FROM (
            SELECT company_id, viewer_kind, kind, unnest(facets) AS facet, seat, 1 AS change FROM new_rows WHERE kind IS NOT NULL AND NOT unlisted
            UNION ALL SELECT company_id, viewer_kind, kind, unnest(facets), seat, -1 FROM old_rows WHERE kind IS NOT NULL AND NOT unlisted) changed
          GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0) changed
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, facet COLLATE "C", 3
    ON CONFLICT (company_id, viewer_kind, facet, kind) DO UPDATE SET people = c.people + excluded.people, seats = turned_over(c.seats, excluded.seats);
  RETURN NULL;
END $$;
CREATE TRIGGER count_facets AFTER UPDATE ON search_docs REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_facets();

CREATE FUNCTION count_new_facets() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO facet_counts AS c (company_id, viewer_kind, kind, facet, people, seats)
    SELECT company_id, viewer_kind, kind, facet, count(*), taken_seats(array_agg(seat)) FROM new_rows CROSS JOIN LATERAL unnest(facets) AS facet
      WHERE kind IS NOT NULL AND NOT unlisted GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, facet COLLATE "C", 3
    ON CONFLICT (company_id, viewer_kind, facet, kind) DO UPDATE SET people = c.people + excluded.people, seats = turned_over(c.seats, excluded.seats);
  RETURN NULL;
END $$;
CREATE TRIGGER count_new_facets AFTER INSERT ON search_docs REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_new_facets();

CREATE FUNCTION count_gone_facets() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM facet_counts c WHERE (c.company_id, c.viewer_kind, c.facet, c.kind) IN (
      SELECT company_id, viewer_kind, f, kind FROM old_rows CROSS JOIN LATERAL unnest(facets) AS f)
    ORDER BY c.company_id, c.viewer_kind, c.facet, c.kind FOR NO KEY UPDATE;
  UPDATE facet_counts c SET people = c.people - gone.people, seats = turned_over(c.seats, gone.seats) FROM (
      SELECT company_id, viewer_kind, kind, facet, count(*) AS people, taken_seats(array_agg(seat)) AS seats
        FROM old_rows CROSS JOIN LATERAL unnest(facets) AS facet
        WHERE kind IS NOT NULL AND NOT unlisted GROUP BY 1, 2, 3, 4) gone
    WHERE c.company_id = gone.company_id AND c.viewer_kind = gone.viewer_kind AND c.facet = gone.facet AND c.kind = gone.kind;
  RETURN NULL;
END $$;
CREATE TRIGGER count_gone_facets AFTER DELETE ON search_docs REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_gone_facets();

-- Makes all of a company's what its members and profiles are, while nobody writes search texts.
CREATE FUNCTION recount_facets(company uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  LOCK TABLE search_docs IN SHARE ROW EXCLUSIVE MODE;
  UPDATE search_docs d SET facets = d.facets FROM members m JOIN profiles p ON p.company_id = m.company_id AND p.member_id = m.id
      CROSS JOIN unnest(enum_range(NULL::"ViewerKind")) viewers CROSS JOIN LATERAL eyes_of(company, viewers) e CROSS JOIN LATERAL visible_to(e.seen, e.closed, p) v
    WHERE m.company_id = company AND d.company_id = m.company_id AND d.member_id = m.id AND d.viewer_kind = viewers
      AND (d.kind, d.arrived_at, d.unlisted, d.sort_key, d.department, d.joined_on, d.left_on, d.positions, d.seen) IS DISTINCT FROM
        (CASE WHEN m.status = 'ACTIVE' THEN m.kind END, coalesce(m.joined_at, '-infinity'), p.unlisted, p.sort_key, v.department, v.joined_on,
          v.left_on, v.positions, seen_of(v));
  DELETE FROM facet_counts c WHERE c.company_id = company;
  INSERT INTO facet_counts (company_id, viewer_kind, kind, facet, people, seats)
    SELECT d.company_id, d.viewer_kind, d.kind, f.facet, count(*), taken_seats(array_agg(d.seat)) FROM search_docs d CROSS JOIN LATERAL unnest(d.facets) AS f (facet)
      WHERE d.company_id = company AND d.kind IS NOT NULL AND NOT d.unlisted GROUP BY 1, 2, 3, 4;
END $$;

-- Of the listed with one of these facets how many the caller finds, of each kind: exact where nobody can have two of them.
CREATE FUNCTION count_facet(any_of text[]) RETURNS TABLE (kind "MemberKind", facet text, people int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT c.kind, c.facet, c.people - coalesce(hidden.people, 0)::int FROM facet_counts c
    LEFT JOIN (SELECT d.kind, f.facet, count(*) AS people FROM search_docs d CROSS JOIN LATERAL unnest(d.facets) AS f (facet)
      WHERE d.company_id = (SELECT app_company_id()) AND d.viewer_kind = (SELECT app_viewer_kind()) AND d.member_id = ANY (parted_from_caller())
        AND NOT d.unlisted GROUP BY 1, 2) hidden ON hidden.kind = c.kind AND hidden.facet = c.facet
    WHERE c.company_id = (SELECT app_company_id()) AND c.viewer_kind = (SELECT app_viewer_kind()) AND c.facet = ANY (any_of);
END;

-- What such facets can be chosen by, beside what else is asked: the values with most people first, at most `max_choices`, of those that hold what was typed
-- (any case). Beside words, or `together`, counted over the first `max_hits` who match; `at_least` where there were more. Beside facets over all of them; of
-- more than `max_hits`, of the values that most people of the company have, twice as many as are asked for. Else over all of the company; of more than a thousand values,
-- of those that most people of a kind have.
CREATE FUNCTION facet_choices(dimension text, typed text, max_choices int, max_hits int, terms text[], sounds text[], of_kind "MemberKind", chosen text[],
    together boolean)
  RETURNS TABLE (value text, people int, at_least boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  first text := dimension || ':';
  crossed boolean := terms = '{}' AND chosen <> '{}' AND NOT together;
  plain boolean := terms = '{}' AND chosen = '{}' AND NOT together;
  taken bit varying;
BEGIN
  IF shown_lines(ARRAY[first], app_viewer_kind()) <> ARRAY[first] THEN
    RETURN;
  END IF;
  IF crossed THEN
    taken := seats_with(of_kind, shown_lines(chosen, app_viewer_kind()), parted_from_caller());
  END IF;
  RETURN QUERY WITH hits AS MATERIALIZED (
      SELECT facets FROM search_members(terms, max_hits + 1, sounds, of_kind, chosen, together) WHERE NOT plain AND NOT crossed
      UNION ALL SELECT facets FROM search_docs WHERE bit_count(taken) <= max_hits AND company_id = app_company_id() AND viewer_kind = app_viewer_kind()
        AND seat = ANY (seats_in(taken))
    ), kept AS MATERIALIZED (
      SELECT c.facet FROM unnest(CASE WHEN of_kind IS NULL THEN enum_range(NULL::"MemberKind") ELSE ARRAY[of_kind] END) k (kind) CROSS JOIN LATERAL (
          SELECT f.facet, f.people FROM facet_counts f WHERE (plain OR bit_count(taken) > max_hits) AND f.company_id = app_company_id()
            AND f.viewer_kind = app_viewer_kind() AND split_part(f.facet, ':', 1) = dimension AND f.kind = k.kind AND f.people > 0
            AND (typed = '' OR strpos(lower(substr(f.facet, length(first) + 1)), lower(typed)) > 0)
          ORDER BY f.people DESC, f.facet LIMIT CASE WHEN of_kind IS NULL THEN 1000 ELSE 2 * max_choices END) c
        GROUP BY c.facet ORDER BY sum(c.people) DESC, c.facet LIMIT 2 * max_choices
    ), counted AS (
      SELECT facet, sum(c.people)::int AS people FROM count_facet(ARRAY(SELECT facet FROM kept)) c
        WHERE plain AND (of_kind IS NULL OR c.kind = of_kind) GROUP BY facet
      UNION ALL
      SELECT facet, sum(bit_count(taken & pg_catalog."bit"(c.seats, length(taken), true)))::int FROM kept JOIN facet_counts c USING (facet)
        WHERE NOT plain AND c.company_id = app_company_id() AND c.viewer_kind = app_viewer_kind() AND (of_kind IS NULL OR c.kind = of_kind) GROUP BY facet
      UNION ALL
      SELECT f.facet, count(*)::int FROM (SELECT facets FROM hits LIMIT max_hits) h CROSS JOIN LATERAL unnest(h.facets) AS f (facet)
        WHERE starts_with(f.facet, first) GROUP BY f.facet
    )
    SELECT substr(facet, length(first) + 1), people, (SELECT count(*) > max_hits FROM hits) FROM counted
      WHERE people > 0 AND strpos(lower(substr(facet, length(first) + 1)), lower(typed)) > 0
      ORDER BY people DESC, facet LIMIT max_choices;
END $$;
GRANT EXECUTE ON FUNCTION facet_choices TO okaeri_app;
