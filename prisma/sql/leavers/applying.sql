-- Writing an import's people into the company's records, and taking that back.

-- Imports are written one at a time, and while one is nobody else writes in the company's records: what was judged holds until it is written.
CREATE FUNCTION lock_of_leavers(company uuid) RETURNS bigint LANGUAGE sql IMMUTABLE RETURN hashtextextended('leavers of ' || company, 31);

CREATE FUNCTION wait_for_imports() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(lock_of_leavers(company_of_hr()));
END $$;
GRANT EXECUTE ON FUNCTION wait_for_imports TO okaeri_app;

CREATE FUNCTION wait_for_leaver_import() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(lock_of_leavers(app_company_id()));
  RETURN NULL;
END $$;
CREATE TRIGGER wait_for_leaver_import BEFORE INSERT OR UPDATE OR DELETE ON leavers FOR EACH STATEMENT EXECUTE FUNCTION wait_for_leaver_import();

-- Who is erased stays in nothing that would undo an import.
CREATE FUNCTION forget_import_changes() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM leaver_import_changes c USING gone g WHERE c.company_id = g.company_id AND c.leaver_id = g.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_import_changes AFTER DELETE ON leavers REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_import_changes();

-- Holds the company's records for an import that is to be written. False where it is not, or not any more.
CREATE FUNCTION hold_leavers_for(import uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(lock_of_leavers(company_of_hr()));
  RETURN EXISTS (SELECT FROM leaver_imports i WHERE i.company_id = company_of_hr() AND i.id = import AND i.state = 'APPLYING');
END $$;

-- Writes the rows between two places, and takes those away that are done with. Somebody has a number once: a second with it comes in without.
CREATE FUNCTION apply_leaver_rows(import uuid, first int, last int) RETURNS TABLE (added int, changed int)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  own leaver_imports;
  done int[];
BEGIN
  SELECT * INTO own FROM leaver_imports i WHERE i.company_id = company_of_hr() AND i.id = import AND i.state = 'APPLYING';
  WITH asked AS (
      SELECT DISTINCT ON (r.leaver_id) r.place, r.leaver_id, r.person, row_number() OVER (PARTITION BY r.person ->> 'number' ORDER BY r.place) AS nth
        FROM leaver_import_rows r
        WHERE r.company_id = own.company_id AND r.import_id = own.id AND r.place BETWEEN first AND last AND r.leaver_id IS NOT NULL
          AND (r.verdict = 'CHANGED' OR r.verdict = 'DECIDE' AND (r.decision = 'MERGE' OR r.decision = 'TAKE' AND r.same))
          AND NOT EXISTS (SELECT FROM leaver_import_changes c WHERE c.company_id = own.company_id AND c.import_id = own.id AND c.leaver_id = r.leaver_id)
        ORDER BY r.leaver_id, r.place),
    was AS (
      SELECT a.place, l AS before, CASE WHEN a.nth = 1 AND NOT EXISTS (
            SELECT FROM leavers o WHERE o.company_id = own.company_id AND o.number = a.person ->> 'number' AND o.id <> a.leaver_id)
          THEN a.person ELSE a.person - 'number' END AS person
        FROM asked a JOIN leavers l ON l.company_id = own.company_id AND l.id = a.leaver_id),
    put AS (
      UPDATE leavers l SET (number, family_name, given_name, family_name_kana, given_name_kana, preferred_name, former_family_name, registered_family_name,
          registered_given_name, joined_on, left_on, department, title, employment, mail, work_mail, deceased, version, changed_at)
        = (SELECT n.number, n.family_name, n.given_name, n.family_name_kana, n.given_name_kana, n.preferred_name, n.former_family_name,
            n.registered_family_name, n.registered_given_name, n.joined_on, n.left_on, n.department, n.title, n.employment, n.mail, n.work_mail, n.deceased,
            l.version + 1, now()
          FROM jsonb_populate_record(l, w.person) n)
        FROM was w WHERE l.company_id = own.company_id AND l.id = (w.before).id RETURNING l.id, l.version),
    kept AS (
      INSERT INTO leaver_import_changes (company_id, import_id, leaver_id, before, after)
        SELECT own.company_id, own.id, p.id, to_jsonb(w.before), (w.person - '{doc,sort_key}'::text[]) || jsonb_build_object('version', p.version)
        FROM put p JOIN was w ON (w.before).id = p.id)
    SELECT count(*)::int, coalesce(array_agg(w.place), '{}') INTO changed, done FROM was w;
  WITH asked AS (
      SELECT r.person, row_number() OVER (PARTITION BY r.person ->> 'number' ORDER BY r.place) AS nth
        FROM leaver_import_rows r
        WHERE r.company_id = own.company_id AND r.import_id = own.id AND r.place BETWEEN first AND last
          AND (r.verdict = 'NEW' OR r.verdict = 'DECIDE' AND r.decision = 'TAKE' AND NOT r.same)),
    put AS (
      INSERT INTO leavers (company_id, id, number, family_name, given_name, family_name_kana, given_name_kana, preferred_name, former_family_name,
          registered_family_name, registered_given_name, sort_key, joined_on, left_on, department, title, employment, mail, work_mail, deceased,
          ground, ground_on, ground_document, doc)
        SELECT own.company_id, gen_random_uuid(), CASE WHEN a.nth = 1 AND NOT EXISTS (
              SELECT FROM leavers o WHERE o.company_id = own.company_id AND o.number = n.number) THEN n.number END,
            n.family_name, n.given_name, n.family_name_kana, n.given_name_kana, n.preferred_name, n.former_family_name,
            n.registered_family_name, n.registered_given_name, n.sort_key, n.joined_on, n.left_on, n.department, n.title, n.employment, n.mail, n.work_mail,
            coalesce(n.deceased, false), own.ground, own.ground_on, own.ground_document, n.doc
          FROM asked a CROSS JOIN LATERAL jsonb_populate_record(NULL::leavers, a.person) n
        RETURNING id),
    kept AS (
      INSERT INTO leaver_import_changes (company_id, import_id, leaver_id, before, after)
        SELECT own.company_id, own.id, p.id, NULL, '{"version": 1}' FROM put p)
    SELECT count(*)::int INTO added FROM put;
  DELETE FROM leaver_import_rows r
    WHERE r.company_id = own.company_id AND r.import_id = own.id AND r.place BETWEEN first AND last
      AND (r.verdict IN ('NEW', 'UNCHANGED') OR r.verdict = 'DECIDE' AND r.decision = 'TAKE' AND NOT r.same OR r.place = ANY (done));
  -- Who was to be written and is not, since another row is the same leaver or the leaver has gone, is left for HR to decide, and given back.
  UPDATE leaver_import_rows r SET verdict = 'DECIDE', decision = NULL, warned = true,
      problems = r.problems || '[{"field": null, "kind": "warning", "reason": "changed-since", "cell": null}]'
    WHERE r.company_id = own.company_id AND r.import_id = own.id AND r.place BETWEEN first AND last
      AND (r.verdict = 'CHANGED' OR r.verdict = 'DECIDE' AND r.decision IN ('MERGE', 'TAKE'));
  RETURN NEXT;
END $$;

-- Whom an import changed, with the number of that change, in the order of their ids: what they are found by follows.
CREATE FUNCTION leavers_changed_by(import uuid, behind uuid, max_count int) RETURNS SETOF leavers
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1000 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT l.* FROM leaver_import_changes c JOIN leavers l ON l.company_id = c.company_id AND l.id = c.leaver_id
    WHERE c.company_id = (SELECT company_of_hr()) AND c.import_id = import AND c.before IS NOT NULL AND c.leaver_id > behind
    ORDER BY c.leaver_id LIMIT max_count;
END;

CREATE FUNCTION put_leaver_docs(docs jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := company_of_hr();
BEGIN
  UPDATE leavers l SET doc = d.doc, sort_key = d."sortKey" FROM jsonb_to_recordset(docs) d (id uuid, doc text, "sortKey" text)
    WHERE l.company_id = company AND l.id = d.id;
END $$;

-- Takes back what an import did, as far as nobody has changed it since and who came by it is no member yet: `left_so` are those who stay as they are. No row where it can't be taken back.
CREATE FUNCTION undo_leaver_import(import uuid, within_days int) RETURNS TABLE (removed int, restored int, left_so int)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  company uuid := company_of_hr();
BEGIN
  PERFORM pg_advisory_xact_lock(lock_of_leavers(company));
  PERFORM FROM leaver_imports i WHERE i.company_id = company AND i.id = import AND i.state = 'DONE' AND i.applied_at > now() - make_interval(days => within_days)
    FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  left_so := (SELECT count(*) FROM leaver_import_changes c JOIN leavers l ON l.company_id = c.company_id AND l.id = c.leaver_id
    WHERE c.company_id = company AND c.import_id = import);
  DELETE FROM leavers l USING leaver_import_changes c
    WHERE c.company_id = company AND c.import_id = import AND c.before IS NULL AND l.member_id IS NULL
      AND l.company_id = company AND l.id = c.leaver_id AND l.version = (c.after ->> 'version')::int;
  GET DIAGNOSTICS removed = ROW_COUNT;
  UPDATE leavers l SET (number, family_name, given_name, family_name_kana, given_name_kana, preferred_name, former_family_name, registered_family_name,
      registered_given_name, sort_key, joined_on, left_on, department, title, employment, mail, work_mail, deceased, doc, version, changed_at)
    = (SELECT n.number, n.family_name, n.given_name, n.family_name_kana, n.given_name_kana, n.preferred_name, n.former_family_name,
        n.registered_family_name, n.registered_given_name, n.sort_key, n.joined_on, n.left_on, n.department, n.title, n.employment, n.mail, n.work_mail,
        n.deceased, n.doc, l.version + 1, now()
      FROM jsonb_populate_record(l, c.before) n)
    FROM leaver_import_changes c
    WHERE c.company_id = company AND c.import_id = import AND c.before IS NOT NULL
      AND l.company_id = company AND l.id = c.leaver_id AND l.version = (c.after ->> 'version')::int
      AND NOT EXISTS (SELECT FROM leavers o WHERE o.company_id = company AND o.number = c.before ->> 'number' AND o.id <> l.id);
  GET DIAGNOSTICS restored = ROW_COUNT;
  left_so := left_so - removed - restored;
  DELETE FROM leaver_import_changes c WHERE c.company_id = company AND c.import_id = import;
  DELETE FROM leaver_import_rows r WHERE r.company_id = company AND r.import_id = import;
  DELETE FROM leaver_import_files f WHERE f.company_id = company AND f.import_id = import;
  UPDATE leaver_imports i SET state = 'UNDONE', ended_at = now(), files = without_samples(i.files) WHERE i.company_id = company AND i.id = import;
  RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION hold_leavers_for, apply_leaver_rows, leavers_changed_by, put_leaver_docs, undo_leaver_import TO okaeri_app;
