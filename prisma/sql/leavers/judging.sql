-- Who the people of an import are: leavers that HR has already, somebody like one of them, or new.

-- What a file says otherwise than a record: [before, after] by column. What it does not say changes nothing, and a number that is another's stays theirs.
CREATE FUNCTION leaver_changes(was leavers, person jsonb) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT jsonb_object_agg(said.key, jsonb_build_array(own.record ->> said.key, said.value))
    FROM jsonb_each_text(person - '{doc,sort_key}'::text[]) said CROSS JOIN (SELECT to_jsonb(was)) own (record)
    WHERE own.record ->> said.key IS DISTINCT FROM said.value
      AND NOT (said.key = 'number' AND EXISTS (SELECT FROM leavers o WHERE o.company_id = was.company_id AND o.number = said.value));
END;

-- Of the rows between two places: whom each is or is like, the likeliest, and what it would change. 1: the number and a name, 2: where one of the two has no
-- number, the mail and a name, or the name and both days; these are the `same`. 3: like them: the number, the mail, or a name and one day.
-- Each row is looked up by the indexes, however many leavers there were when their table was last analyzed.
CREATE FUNCTION likely_leavers(import uuid, first int, last int)
  RETURNS TABLE (place int, leaver_id uuid, same boolean, changes jsonb, member boolean, refused boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000 SET search_path = pg_catalog, public, pg_temp
  SET plan_cache_mode = force_custom_plan SET enable_seqscan = off SET enable_nestloop = on AS $$
#variable_conflict use_column
DECLARE
  company uuid := company_of_hr();
BEGIN
  RETURN QUERY SELECT a.place, (k.leaver).id, coalesce(k.rank < 3, false), CASE WHEN k.rank IS NOT NULL THEN leaver_changes(k.leaver, a.person) END,
      a.mail IS NOT NULL AND EXISTS (SELECT FROM users u JOIN members m ON m.user_id = u.id
        WHERE u.email = a.mail AND m.company_id = company AND m.status = 'ACTIVE'),
      coalesce(k.rank >= 3, true) AND has_refused(jsonb_populate_record(NULL::leavers, a.person || jsonb_build_object('company_id', company)))
    FROM (
      SELECT r.place, r.person, r.person ->> 'number' AS number, r.person ->> 'mail' AS mail, split_part(r.person ->> 'doc', '|', 3) AS name,
          (r.person ->> 'family_name_kana') || (r.person ->> 'given_name_kana') AS kana,
          (r.person ->> 'joined_on')::date AS joined_on, (r.person ->> 'left_on')::date AS left_on
        FROM leaver_import_rows r WHERE r.company_id = company AND r.import_id = import AND r.place BETWEEN first AND last OFFSET 0) a
      LEFT JOIN LATERAL (
        SELECT c.o AS leaver, CASE
            WHEN (c.o).number = a.number AND n.named THEN 1
            WHEN ((c.o).number IS NULL OR a.number IS NULL) AND ((c.o).mail = a.mail AND n.named OR split_part((c.o).doc, '|', 3) = a.name
              AND (c.o).left_on = a.left_on AND (c.o).joined_on IS NOT DISTINCT FROM a.joined_on AND NOT coalesce((c.o).mail <> a.mail, false)
              AND (a.joined_on IS NOT NULL OR (c.o).mail IS NULL AND a.mail IS NULL)) THEN 2
            ELSE 3 END AS rank
          FROM (
              SELECT l FROM leavers l WHERE l.company_id = company AND l.number = a.number
              -- Of hundreds who are alike in one thing a few will do: else a file of them would take the square of its time.
              UNION ALL (SELECT l FROM leavers l WHERE l.company_id = company AND l.mail = a.mail LIMIT 50)
              UNION ALL (SELECT l FROM leavers l WHERE l.company_id = company AND split_part(l.doc, '|', 3) = a.name AND l.joined_on = a.joined_on LIMIT 50)
              UNION ALL (SELECT l FROM leavers l WHERE l.company_id = company AND split_part(l.doc, '|', 3) = a.name AND l.left_on = a.left_on LIMIT 50)
              UNION ALL (SELECT l FROM leavers l
                WHERE l.company_id = company AND l.family_name_kana || l.given_name_kana = a.kana AND l.joined_on = a.joined_on LIMIT 50)
              UNION ALL (SELECT l FROM leavers l
                WHERE l.company_id = company AND l.family_name_kana || l.given_name_kana = a.kana AND l.left_on = a.left_on LIMIT 50)) c (o)
            CROSS JOIN LATERAL (SELECT coalesce(split_part((c.o).doc, '|', 3) = a.name
              OR (c.o).family_name_kana || (c.o).given_name_kana = a.kana, false)) n (named)
          ORDER BY 2, ((c.o).number = a.number) DESC NULLS LAST, (c.o).id
          LIMIT 1) k ON true;
END $$;

-- What is to become of a row.
CREATE FUNCTION verdict_of(problems jsonb, unclear boolean, leaver uuid, same boolean, changes jsonb) RETURNS "LeaverVerdict" LANGUAGE sql IMMUTABLE
  RETURN (CASE
    WHEN problems @> '[{"kind": "error"}]' THEN 'ERROR'
    WHEN same AND changes IS NULL THEN 'UNCHANGED'
    WHEN unclear OR problems @> '[{"kind": "duplicate"}]' OR leaver IS NOT NULL AND NOT same THEN 'DECIDE'
    WHEN same THEN 'CHANGED'
    ELSE 'NEW' END)::"LeaverVerdict";

-- Of a row's problems, with or without those that lie in the company's people: that they are a member already, and that they refused to be taken in.
CREATE FUNCTION with_standing(problems jsonb, member boolean, refused boolean) RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN (member, refused) = (problems @> '[{"reason": "already-member"}]', problems @> '[{"reason": "refused"}]') THEN problems
    ELSE jsonb_path_query_array(problems, '$[*] ? (@.reason != "already-member" && @.reason != "refused")')
      || CASE WHEN member THEN '[{"field": "privateMail", "kind": "warning", "reason": "already-member", "cell": null}]'::jsonb ELSE '[]' END
      || CASE WHEN refused THEN '[{"field": null, "kind": "error", "reason": "refused", "cell": null}]'::jsonb ELSE '[]' END END;

-- Judges the rows between two places.
CREATE FUNCTION judge_leaver_rows(import uuid, first int, last int) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  SET enable_nestloop = off AS $$
DECLARE
  company uuid := company_of_hr();
BEGIN
  UPDATE leaver_import_rows r SET leaver_id = l.leaver_id, same = l.same, changes = l.changes, problems = p.problems, warned = p.problems @> '[{"kind": "warning"}]',
      verdict = verdict_of(p.problems, r.unclear, l.leaver_id, l.same, l.changes),
      -- What was said of somebody is not said of somebody else.
      decision = CASE WHEN (l.leaver_id, l.same) IS DISTINCT FROM (r.leaver_id, r.same) THEN NULL ELSE r.decision END
    FROM likely_leavers(import, first, last) l, leaver_import_rows o CROSS JOIN LATERAL with_standing(o.problems, l.member, l.refused) p (problems)
    WHERE r.company_id = company AND r.import_id = import AND r.place = l.place AND o.company_id = company AND o.import_id = import AND o.place = l.place
      AND (l.leaver_id, l.same, l.changes, p.problems, verdict_of(p.problems, r.unclear, l.leaver_id, l.same, l.changes))
        IS DISTINCT FROM (r.leaver_id, r.same, r.changes, r.problems, r.verdict);
END $$;

-- Once all are judged: who is another row's leaver as well is to be decided, so that none is changed twice.
CREATE FUNCTION settle_leaver_rows(import uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := company_of_hr();
BEGIN
  UPDATE leaver_import_rows r SET verdict = 'DECIDE'
    WHERE r.company_id = company AND r.import_id = import AND r.verdict = 'CHANGED'
      AND EXISTS (SELECT FROM leaver_import_rows o
        WHERE o.company_id = r.company_id AND o.import_id = r.import_id AND o.leaver_id = r.leaver_id AND o.same AND o.place < r.place);
END $$;

-- Judges them again before they are written. What is not as HR saw it is told of, and left for HR to decide. Says how many are.
CREATE FUNCTION judge_leaver_rows_again(import uuid, first int, last int) RETURNS int
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  SET enable_nestloop = off AS $$
DECLARE
  company uuid := company_of_hr();
  moved int;
BEGIN
  -- Who has refused meanwhile is not taken in.
  UPDATE leaver_import_rows r SET problems = with_standing(r.problems, l.member, true), verdict = 'ERROR', decision = NULL, leaver_id = NULL, same = false
    FROM likely_leavers(import, first, last) l WHERE r.company_id = company AND r.import_id = import AND r.place = l.place AND l.refused AND r.verdict <> 'ERROR';
  UPDATE leaver_import_rows r SET leaver_id = l.leaver_id, same = l.same, changes = l.changes, decision = NULL, warned = true,
      problems = r.problems || '[{"field": null, "kind": "warning", "reason": "changed-since", "cell": null}]',
      verdict = CASE WHEN r.verdict = 'ERROR' THEN r.verdict ELSE 'DECIDE' END
    FROM likely_leavers(import, first, last) l
    WHERE r.company_id = company AND r.import_id = import AND r.place = l.place AND r.verdict <> 'ERROR'
      AND (l.leaver_id, l.same, l.changes) IS DISTINCT FROM (r.leaver_id, r.same, r.changes)
      AND NOT (l.same AND l.changes IS NULL);
  GET DIAGNOSTICS moved = ROW_COUNT;
  -- What somebody has written meanwhile as the file has it needs nothing any more.
  UPDATE leaver_import_rows r SET leaver_id = l.leaver_id, same = true, changes = NULL, verdict = 'UNCHANGED'
    FROM likely_leavers(import, first, last) l
    WHERE r.company_id = company AND r.import_id = import AND r.place = l.place AND r.verdict NOT IN ('ERROR', 'UNCHANGED')
      AND l.same AND l.changes IS NULL;
  RETURN moved;
END $$;

-- The counts of an import's rows by what becomes of them, and by the reasons of their problems.
CREATE FUNCTION count_leaver_rows(import uuid) RETURNS TABLE (verdicts jsonb, warned int, decided int, adding int, changing int, reasons jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  company uuid := company_of_hr();
BEGIN
  RETURN QUERY WITH own AS MATERIALIZED (
      SELECT r.verdict, r.warned, r.decision, r.same, r.leaver_id, r.problems FROM leaver_import_rows r WHERE r.company_id = company AND r.import_id = import)
    SELECT (SELECT jsonb_object_agg(v.verdict, v.n) FROM (SELECT verdict, count(*) AS n FROM own GROUP BY 1) v),
      count(*) FILTER (WHERE o.warned)::int, count(*) FILTER (WHERE o.verdict = 'DECIDE' AND o.decision IS NOT NULL)::int,
      count(*) FILTER (WHERE o.verdict = 'NEW' OR o.verdict = 'DECIDE' AND o.decision = 'TAKE' AND NOT o.same)::int,
      count(*) FILTER (WHERE o.verdict = 'CHANGED' OR o.verdict = 'DECIDE' AND (o.decision = 'MERGE' OR o.decision = 'TAKE' AND o.same))::int,
      (SELECT jsonb_object_agg(p.reason, p.n) FROM (
        SELECT problem ->> 'reason' AS reason, count(*) AS n FROM own CROSS JOIN jsonb_array_elements(own.problems) problem WHERE own.problems <> '[]' GROUP BY 1) p)
    FROM own o;
END $$;
GRANT EXECUTE ON FUNCTION judge_leaver_rows, settle_leaver_rows, judge_leaver_rows_again, count_leaver_rows TO okaeri_app;
