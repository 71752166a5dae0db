-- How HR finds leavers. What is asked comes as JSON, as lib/leavers/asked.ts makes it: terms and sounds (see search_members), standing with today, years, departments,
-- employments, tags, invitations (words of invitation_status, and "none"), withoutMail, withoutGround. Under row-level security PostgreSQL would use no index of words, and so these look further than their caller
-- may, and ask for company and role themselves.
GRANT SELECT ON leavers TO okaeri_lookup;
-- By whoever writes a leaver, for the index.
GRANT EXECUTE ON FUNCTION leaver_keys, search_keys, grams TO okaeri_app;

-- What each leaver has whom a question means, as a condition: its values are literals, so that the plan is made for them.
CREATE FUNCTION leavers_condition(company uuid, asked jsonb, terms text[]) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  parts text[] := ARRAY[format('l.company_id = %L', company)];
  day text := 'coalesce(l.left_on, ''infinity'')';
  term text;
BEGIN
  FOREACH term IN ARRAY terms LOOP
    parts := parts || ('(' || array_to_string(ARRAY(SELECT format('replace(l.doc, '' '', '''') LIKE %L', '%' || regexp_replace(spelling, '([\\%_])', '\\\1', 'g') || '%')
      FROM unnest(string_to_array(term, '|')) AS spelling), ' OR ') || ')');
  END LOOP;
  parts := parts || CASE asked ->> 'standing' WHEN 'deceased' THEN 'l.deceased'
    WHEN 'left' THEN format('NOT l.deceased AND %s <= %L', day, asked ->> 'today')
    WHEN 'upcoming' THEN format('NOT l.deceased AND %s > %L', day, asked ->> 'today') END;
  IF asked ? 'from' THEN
    parts := parts || format('%s >= %L AND %1$s < %3$L', day, make_date((asked ->> 'from')::int, 1, 1), make_date((asked ->> 'until')::int + 1, 1, 1));
  END IF;
  IF asked ? 'departments' THEN
    parts := parts || format('l.department = ANY (%L)', texts_in(asked -> 'departments'));
  END IF;
  IF asked ? 'employments' THEN
    parts := parts || format('l.employment = ANY (%L)', texts_in(asked -> 'employments'));
  END IF;
  IF asked ? 'tags' THEN
    parts := parts || format('l.tags && %L', texts_in(asked -> 'tags'));
  END IF;
  IF asked ? 'invitations' THEN
    parts := parts || format('(l.id IN (SELECT i.leaver_id FROM invitations i WHERE i.company_id = %L AND invitation_status(i) = ANY (%L))%s)', company,
      texts_in(asked -> 'invitations'), CASE WHEN asked -> 'invitations' ? 'none' THEN
        format(' OR l.member_id IS NULL AND NOT l.deceased AND l.id NOT IN (SELECT i.leaver_id FROM invitations i WHERE i.company_id = %L)', company) ELSE '' END);
  END IF;
  IF asked ? 'tagged' THEN
    parts := parts || 'l.tags <> ''{}'''::text;
  END IF;
  IF asked ? 'withoutMail' THEN
    parts := parts || 'l.mail IS NULL AND NOT l.deceased'::text;
  END IF;
  IF asked ? 'withoutGround' THEN
    parts := parts || 'l.ground IS NULL AND NOT l.deceased'::text;
  END IF;
  RETURN array_to_string(parts, ' AND ');
END $$;

-- The same by what the index of keys knows of it; true for a question of which it knows nothing.
CREATE FUNCTION leavers_keys_condition(company uuid, asked jsonb, terms text[]) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  own text := 'leaver_keys(l.company_id, l.doc, l.department, l.employment, l.tags, l.left_on, l.mail, l.ground, l.deceased)';
  every text[] := ARRAY(SELECT gram FROM unnest(terms) AS term, unnest(grams_of_all(string_to_array(term, '|'))) AS gram)
    || CASE WHEN asked ? 'withoutMail' THEN 'mail:none' END || CASE WHEN asked ? 'withoutGround' THEN 'ground:none' END
    || CASE WHEN asked ? 'tagged' THEN 'tagged' END || CASE WHEN asked ->> 'standing' = 'deceased' THEN 'deceased' END;
  parts text[] := '{}';
  chosen text[];
BEGIN
  every := array_remove(every, NULL);
  IF every <> '{}' THEN
    parts := parts || format('%s @> %L', own, search_keys(company, NULL, every));
  END IF;
  FOREACH chosen SLICE 1 IN ARRAY ARRAY[['departments', 'department:'], ['employments', 'employment:'], ['tags', 'tag:']] LOOP
    IF asked ? chosen[1] THEN
      parts := parts || format('%s && %L', own, search_keys(company, NULL, ARRAY(SELECT chosen[2] || one FROM jsonb_array_elements_text(asked -> chosen[1]) AS one)));
    END IF;
  END LOOP;
  IF asked ? 'from' THEN
    parts := parts || format('%s && %L', own, search_keys(company, NULL,
      ARRAY(SELECT 'left:' || year FROM generate_series((asked ->> 'from')::int, (asked ->> 'until')::int) AS year)));
  END IF;
  RETURN coalesce(nullif(array_to_string(parts, ' AND '), ''), 'true');
END $$;

CREATE FUNCTION texts_in(list jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(SELECT jsonb_array_elements_text(list));

-- The terms by which a question finds anybody: its words, or else how they sound.
CREATE FUNCTION leavers_terms(company uuid, asked jsonb) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  terms text[] := texts_in(asked -> 'terms');
  sounds text[] := texts_in(asked -> 'sounds');
  found boolean;
BEGIN
  IF sounds = '{}' THEN
    RETURN terms;
  END IF;
  EXECUTE format('SELECT EXISTS (SELECT FROM leavers l WHERE %s AND %s OFFSET 0)',
    leavers_keys_condition(company, asked, terms), leavers_condition(company, asked, terms)) INTO found;
  RETURN CASE WHEN found THEN terms ELSE sounds END;
END $$;

-- Those whom a question means, in no order, `most` of them at most.
CREATE FUNCTION leavers_matching(asked jsonb, most int) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000 SET search_path = pg_catalog, public, pg_temp SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  company uuid := company_of_hr();
  terms text[] := leavers_terms(company, asked);
BEGIN
  RETURN QUERY EXECUTE format('SELECT l.id FROM leavers l WHERE %s AND %s LIMIT %s', leavers_keys_condition(company, asked, terms),
    leavers_condition(company, asked, terms), most);
END $$;

-- A page of them, behind the leaver of this key: by name, the newest leaving or the last added first. `total` is null where more than `most` match: these are
-- walked in their order, of which the next are near; fewer are looked up and sorted.
CREATE FUNCTION leavers_page(asked jsonb, sort text, after_key text, after_id uuid, page_size int, most int) RETURNS TABLE (total int, ids uuid[], keys text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  company uuid := company_of_hr();
  terms text[] := leavers_terms(company, asked);
  condition text := leavers_condition(company, asked, terms);
  by_keys text := leavers_keys_condition(company, asked, terms);
  key text := CASE sort WHEN 'left' THEN 'coalesce(l.left_on, ''infinity'')' WHEN 'added' THEN 'l.created_at' ELSE 'l.sort_key COLLATE "C"' END;
  way text := CASE WHEN sort IN ('left', 'added') THEN 'DESC' ELSE 'ASC' END;
  behind text := format('%s (%L, %L::uuid)', CASE way WHEN 'DESC' THEN '<' ELSE '>' END, after_key, after_id);
BEGIN
  IF condition = leavers_condition(company, '{}', '{}') THEN
    EXECUTE format('SELECT count(*) FROM (SELECT FROM leavers l WHERE %s LIMIT %s) found', condition, most + 1) INTO total;
  ELSE
    EXECUTE format('WITH found AS MATERIALIZED (SELECT l.id, %s AS place FROM leavers l WHERE %s AND %s LIMIT %s),
        page AS (SELECT l.id, l.place FROM found l WHERE %s ORDER BY l.place %s, l.id %6$s LIMIT %7$s)
      SELECT (SELECT count(*) FROM found), ARRAY(SELECT id FROM page ORDER BY place %6$s, id %6$s), ARRAY(SELECT place::text FROM page ORDER BY place %6$s, id %6$s)',
      key, by_keys, condition, most + 1, CASE WHEN after_id IS NULL THEN 'true' ELSE '(l.place, l.id) ' || behind END, way, page_size) INTO total, ids, keys;
  END IF;
  IF ids IS NULL OR total > most THEN
    SELECT w.ids, w.keys INTO ids, keys FROM walk_leavers(format('SELECT l.id, %s AS place FROM leavers l WHERE %s AND %s ORDER BY %1$s %4$s, l.id %4$s LIMIT %5$s',
      key, condition, CASE WHEN after_id IS NULL THEN 'true' ELSE format('(%s, l.id) ', key) || behind END, way, page_size)) w;
  END IF;
  total := nullif(total, most + 1);
  RETURN NEXT;
END $$;

-- What a statement of leavers_page finds, along the index of its order.
CREATE FUNCTION walk_leavers(statement text) RETURNS TABLE (ids uuid[], keys text[])
  LANGUAGE plpgsql STABLE ROWS 1 SET enable_bitmapscan = off SET enable_sort = off AS $$
BEGIN
  EXECUTE format('SELECT coalesce(array_agg(l.id), ''{}''), coalesce(array_agg(l.place::text), ''{}'') FROM (%s) l', statement) INTO ids, keys;
  RETURN NEXT;
END $$;

-- What can be chosen of a column beside the rest of a question, with how many have it: among the first `most` who match, in no order. `at_least` where more do.
CREATE FUNCTION leavers_choices(asked jsonb, dimension text, most int) RETURNS TABLE (value text, leavers int, at_least boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  company uuid := company_of_hr();
  terms text[] := leavers_terms(company, asked);
  own text := CASE dimension WHEN 'department' THEN 'ARRAY[l.department]' WHEN 'employment' THEN 'ARRAY[l.employment]' WHEN 'tag' THEN 'l.tags'
    WHEN 'invitation' THEN 'ARRAY[coalesce((SELECT invitation_status(i) FROM invitations i WHERE i.company_id = l.company_id AND i.leaver_id = l.id),
      CASE WHEN l.member_id IS NULL AND NOT l.deceased THEN ''none'' END)]'
    ELSE 'ARRAY[extract(year FROM l.left_on)::text]' END;
BEGIN
  RETURN QUERY EXECUTE format('WITH found AS MATERIALIZED (SELECT %s AS own FROM leavers l WHERE %s AND %s LIMIT %s)
    SELECT value, count(*)::int, (SELECT count(*) > %s FROM found) FROM found, unnest(own) AS value WHERE value IS NOT NULL
      GROUP BY value ORDER BY count(*) DESC, value LIMIT 1000',
    own, leavers_keys_condition(company, asked, terms), leavers_condition(company, asked, terms), most + 1, most);
END $$;

-- Who may be the same person as this leaver: with one of these names or readings, which come folded and whole, and a day in common; or the same address. Ten at most.
CREATE FUNCTION leavers_alike(leaver uuid, names text[]) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  own leavers;
  name text;
  found uuid[];
  alike uuid[];
BEGIN
  SELECT * INTO own FROM leavers l WHERE l.company_id = company_of_hr() AND l.id = leaver;
  alike := ARRAY(SELECT l.id FROM leavers l WHERE l.company_id = own.company_id AND l.mail = own.mail LIMIT 10);
  FOREACH name IN ARRAY names LOOP
    -- (The mark is that of a former name: lib/people/search-text.ts.)
    EXECUTE format('SELECT ARRAY(SELECT l.id FROM leavers l WHERE %s AND %s AND strpos(replace(l.doc, %L, '''') || ''|'', %L) > 0
        AND (l.joined_on = %L OR l.left_on = %L) LIMIT 10)',
      leavers_keys_condition(own.company_id, '{}', ARRAY[name]), leavers_condition(own.company_id, '{}', ARRAY[name]), E'\uf003', '|' || name || '|',
      own.joined_on, own.left_on) INTO found;
    alike := alike || found;
  END LOOP;
  RETURN QUERY SELECT DISTINCT one FROM unnest(alike) AS one WHERE one <> leaver LIMIT 10;
END $$;
GRANT EXECUTE ON FUNCTION leavers_matching, leavers_page, leavers_choices, leavers_alike TO okaeri_app;
