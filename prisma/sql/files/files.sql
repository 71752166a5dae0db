-- A file has one row here, whatever it is for, and its bytes in the store under its id. Until it is given it is its uploader's alone, and
-- gone after a day. A domain that takes files has a table of its own with
--   a foreign key (company_id, file_id) to files, ON DELETE CASCADE;
--   the trigger give_file, for the moment from which a row holds its file: a message was sent with it, a profile shows it;
--   the trigger let_go_of_file after DELETE: the file goes with what held it;
--   a policy that takes new rows only of the member's own ungiven_files;
--   a policy on files that says who may see those it holds.
-- What shows a single file holds it in a column instead, with triggers of its own: a group its picture, a profile its photo.
CREATE POLICY own_until_given ON files FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND uploader_id = (SELECT app_member_id()) AND given_at IS NULL);
CREATE POLICY own_insert ON files FOR INSERT TO okaeri_app
  WITH CHECK (company_id = (SELECT app_company_id()) AND uploader_id = (SELECT app_member_id()) AND given_at IS NULL);
CREATE POLICY own_delete ON files FOR DELETE TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND uploader_id = (SELECT app_member_id()) AND given_at IS NULL);
GRANT SELECT, INSERT, DELETE ON files TO okaeri_app;
GRANT SELECT, UPDATE (given_at, created_at), DELETE ON files TO okaeri_lookup;

-- The files of the member that nobody was given yet, of one domain.
CREATE FUNCTION ungiven_files(of_domain "FileDomain") RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT f.id FROM files f
    WHERE f.company_id = (SELECT app_company_id()) AND f.uploader_id = (SELECT app_member_id()) AND f.given_at IS NULL AND f.domain = of_domain;
END;
GRANT EXECUTE ON FUNCTION ungiven_files TO okaeri_app;

CREATE FUNCTION give_file() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE files SET given_at = now() WHERE company_id = new.company_id AND id = new.file_id AND given_at IS NULL;
  RETURN NULL;
END $$;

CREATE FUNCTION let_go_of_file() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM files WHERE company_id = old.company_id AND id = old.file_id;
  RETURN NULL;
END $$;

-- What the worker clears, in every company: it knows their ids, and nothing of what is in them.
-- Takes away the files that were not given for so long. Tells how many.
CREATE FUNCTION purge_ungiven_files(keep interval) RETURNS int
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT require_every_company();
  WITH gone AS (DELETE FROM files WHERE given_at IS NULL AND created_at < now() - keep RETURNING 1)
  SELECT count(*)::int FROM gone;
END;
GRANT EXECUTE ON FUNCTION purge_ungiven_files TO okaeri_app;

-- Those of these files, each of the company at the same place, that have no row. Of companies that are not known here nothing is said:
-- anyone who is given another database by mistake must not take their files for lost.
CREATE FUNCTION list_lost_files(companies uuid[], files uuid[]) RETURNS TABLE (company_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT require_every_company();
  SELECT g.company, g.file FROM unnest(companies, files) AS g(company, file)
    WHERE EXISTS (SELECT FROM companies c WHERE c.id = g.company) AND NOT EXISTS (SELECT FROM files f WHERE f.company_id = g.company AND f.id = g.file);
END;
GRANT EXECUTE ON FUNCTION list_lost_files TO okaeri_app;
