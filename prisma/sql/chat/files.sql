-- A file that is not sent yet is its uploader's alone; a group's picture is its members'.
CREATE POLICY participant ON chat_files FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND (
    thread_id = ANY (ARRAY(SELECT readable_threads())) AND (number IS NOT NULL OR uploader_id = (SELECT app_member_id()))
    -- Of a group into which one is only asked, its picture.
    OR id = (SELECT t.picture_id FROM chat_threads t WHERE t.company_id = chat_files.company_id AND t.id = chat_files.thread_id)));
CREATE POLICY own_insert ON chat_files FOR INSERT TO okaeri_app
  WITH CHECK (company_id = (SELECT app_company_id()) AND uploader_id = (SELECT app_member_id()) AND number IS NULL AND belongs(thread_id));
CREATE POLICY own_delete ON chat_files FOR DELETE TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND uploader_id = (SELECT app_member_id()));
GRANT SELECT, INSERT, DELETE ON chat_files TO okaeri_app;
-- DELETE is for what the worker clears, in every company: it knows their ids, and nothing of what is in them.
GRANT SELECT, INSERT, UPDATE, DELETE ON chat_files TO okaeri_lookup;

-- Takes away the files that were given longer ago than this and are neither a message's nor a group's picture. Tells how many.
CREATE FUNCTION purge_unsent_files(keep interval) RETURNS int
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT require_every_company();
  WITH gone AS (DELETE FROM chat_files f WHERE f.number IS NULL AND f.created_at < now() - keep
    AND NOT EXISTS (SELECT FROM chat_threads t WHERE t.company_id = f.company_id AND t.id = f.thread_id AND t.picture_id = f.id) RETURNING 1)
  SELECT count(*)::int FROM gone;
END;
GRANT EXECUTE ON FUNCTION purge_unsent_files TO okaeri_app;

-- Those of these files, each of the company at the same place, that have no row. Of companies that are not known here nothing is said:
-- whoever is given another database by mistake must not take their files for lost.
CREATE FUNCTION list_lost_files(companies uuid[], files uuid[]) RETURNS TABLE (company_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT require_every_company();
  SELECT g.company, g.file FROM unnest(companies, files) AS g(company, file)
    WHERE EXISTS (SELECT FROM companies c WHERE c.id = g.company) AND NOT EXISTS (SELECT FROM chat_files f WHERE f.company_id = g.company AND f.id = g.file);
END;
GRANT EXECUTE ON FUNCTION list_lost_files TO okaeri_app;
