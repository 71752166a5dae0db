-- Imports of HR's files: what HR does with them by hand. A task fills and applies them: judging.sql, applying.sql.
GRANT SELECT, INSERT, UPDATE (state, task_id, files, counts, ground, ground_on, ground_document, applied_at) ON leaver_imports TO okaeri_app;
GRANT SELECT, INSERT, UPDATE (cells), DELETE ON leaver_import_files TO okaeri_app;
GRANT SELECT, INSERT, UPDATE (person, problems, warned, unclear, fixed, decision), DELETE ON leaver_import_rows TO okaeri_app;
GRANT SELECT, INSERT, UPDATE (mapping, kept_at) ON leaver_mappings TO okaeri_app;
GRANT SELECT ON leavers TO okaeri_app;
GRANT SELECT, UPDATE (state, ended_at, counts, files, touched_at) ON leaver_imports TO okaeri_lookup;
GRANT SELECT, DELETE ON leaver_import_files TO okaeri_lookup;
GRANT SELECT, UPDATE (verdict, leaver_id, same, changes, problems, warned, decision), DELETE ON leaver_import_rows TO okaeri_lookup;
GRANT SELECT, INSERT, DELETE ON leaver_import_changes TO okaeri_lookup;
GRANT SELECT, INSERT, UPDATE, DELETE ON leavers TO okaeri_lookup;
GRANT UPDATE (mail_domains) ON companies TO okaeri_lookup;

-- What is known of an import's files once it is over: no more what stood in them.
CREATE FUNCTION without_samples(files jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN (SELECT coalesce(jsonb_agg(CASE WHEN f.file ? 'columns' THEN jsonb_set(f.file, '{columns}',
      (SELECT coalesce(jsonb_agg(c.said || '{"samples": []}' ORDER BY c.place), '[]') FROM jsonb_array_elements(f.file -> 'columns') WITH ORDINALITY c (said, place)))
    ELSE f.file END ORDER BY f.place), '[]') FROM jsonb_array_elements(files) WITH ORDINALITY f (file, place));

-- Where an import stands: one whose task ended before it did is not under way any more. `task`: how the task stands.
CREATE FUNCTION import_stands(state "LeaverImportState", task "WorkState") RETURNS "LeaverImportState" LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN state NOT IN ('READING', 'APPLYING') OR task IN ('WAITING', 'RUNNING') THEN state
    WHEN state = 'APPLYING' THEN 'READY'
    WHEN task = 'CANCELLED' THEN 'CANCELLED'
    ELSE 'FAILED' END;

-- The company's imports, the newest first, 50 at most; or this one. With who began it and how its task is: another's task is theirs alone.
CREATE FUNCTION leaver_imports_of_hr(only_one uuid) RETURNS TABLE (id uuid, state text, started_at timestamptz, files jsonb, counts jsonb, applied_at timestamptz,
    started_by_id uuid, task_id uuid, task_state text, done bigint, total bigint, mail_domains text[])
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT i.id, import_stands(i.state, w.state)::text, i.started_at::timestamptz, i.files, i.counts, i.applied_at::timestamptz,
      i.started_by_id, w.id, w.state::text, w.done, w.total, c.mail_domains
    FROM leaver_imports i JOIN companies c ON c.id = i.company_id LEFT JOIN long_work w ON w.id = i.task_id
    WHERE i.company_id = (SELECT company_of_hr()) AND (only_one IS NULL OR i.id = only_one)
    ORDER BY i.started_at DESC, i.id DESC LIMIT 50;
END;

-- Holds an import to the end of the transaction, and says where it stands: nothing for what is not there for the caller.
CREATE FUNCTION hold_leaver_import(import uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own leaver_imports;
  stands "LeaverImportState";
BEGIN
  SELECT * INTO own FROM leaver_imports i WHERE i.company_id = company_of_hr() AND i.id = import FOR UPDATE;
  IF own.id IS NULL THEN
    RETURN NULL;
  END IF;
  UPDATE leaver_imports i SET touched_at = now() WHERE i.company_id = own.company_id AND i.id = import;
  stands := import_stands(own.state, (SELECT w.state FROM long_work w WHERE w.id = own.task_id));
  IF stands <> own.state THEN
    UPDATE leaver_imports i SET state = stands, ended_at = CASE WHEN stands <> 'READY' THEN now() END,
        files = CASE WHEN stands <> 'READY' THEN without_samples(i.files) ELSE i.files END WHERE i.company_id = own.company_id AND i.id = import;
  END IF;
  RETURN stands;
END $$;

-- Ends an import before anything of it is written: its rows and tables go, and its task, whosever it is. One that is being applied goes back to be looked at.
-- Returns the files that were sent and that no worker has begun to read; NULL for an import that is not there.
CREATE FUNCTION cancel_leaver_import(import uuid) RETURNS uuid[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  stands text := hold_leaver_import(import);
  company uuid := company_of_hr();
  task long_work;
  sent uuid[];
BEGIN
  IF stands IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT w.* INTO task FROM leaver_imports i JOIN long_work w ON w.id = i.task_id
    WHERE i.company_id = company AND i.id = import AND w.finished_at IS NULL FOR UPDATE OF w;
  IF task.state = 'WAITING' THEN
    sent := ARRAY(SELECT (f ->> 'id')::uuid FROM jsonb_array_elements(task.input -> 'files') f);
    UPDATE long_work w SET cancel_asked_at = clock_timestamp(), state = 'CANCELLED', finished_at = clock_timestamp(), input = '{}' WHERE w.id = task.id;
  ELSE
    UPDATE long_work w SET cancel_asked_at = coalesce(w.cancel_asked_at, clock_timestamp()) WHERE w.id = task.id;
  END IF;
  IF stands IN ('READING', 'READY', 'FAILED') THEN
    UPDATE leaver_imports i SET state = 'CANCELLED', ended_at = now(), files = without_samples(i.files) WHERE i.company_id = company AND i.id = import;
    DELETE FROM leaver_import_rows r WHERE r.company_id = company AND r.import_id = import;
    DELETE FROM leaver_import_files f WHERE f.company_id = company AND f.import_id = import;
  END IF;
  RETURN coalesce(sent, '{}');
END $$;

-- The domains of the company's own mail.
CREATE FUNCTION put_mail_domains(domains text[]) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE companies c SET mail_domains = domains WHERE c.id = company_of_hr();
  RETURN FOUND;
END $$;

-- What may go of imports: rows and tables a week after their end, those that nobody looked at for a week, and what undoing would need after its days.
CREATE FUNCTION purge_leaver_imports(undo_days int) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT require_every_company();
  UPDATE leaver_imports i SET state = 'CANCELLED', ended_at = now(), files = without_samples(i.files)
    WHERE i.state IN ('READING', 'READY', 'APPLYING') AND i.touched_at < now() - interval '7 days'
      AND NOT EXISTS (SELECT FROM long_work w WHERE w.id = i.task_id AND w.finished_at IS NULL);
  DELETE FROM leaver_import_rows r USING leaver_imports i
    WHERE i.company_id = r.company_id AND i.id = r.import_id
      AND (i.state IN ('CANCELLED', 'FAILED', 'UNDONE') OR i.state = 'DONE' AND i.applied_at < now() - interval '7 days');
  DELETE FROM leaver_import_files f USING leaver_imports i
    WHERE i.company_id = f.company_id AND i.id = f.import_id
      AND (i.state IN ('CANCELLED', 'FAILED', 'UNDONE') OR i.state = 'DONE' AND i.applied_at < now() - interval '7 days');
  DELETE FROM leaver_import_changes c USING leaver_imports i
    WHERE i.company_id = c.company_id AND i.id = c.import_id AND i.applied_at < now() - make_interval(days => undo_days);
END;
GRANT EXECUTE ON FUNCTION leaver_imports_of_hr, hold_leaver_import, cancel_leaver_import, put_mail_domains, purge_leaver_imports TO okaeri_app;
