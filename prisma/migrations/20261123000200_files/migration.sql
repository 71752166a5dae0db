-- What the worker clears of files, in every company: it knows their ids, and nothing of what is in them.
GRANT DELETE ON chat_files TO okaeri_lookup;

-- Takes away the files that were given longer ago than this and are neither a message's nor a group's picture. Tells how many.
CREATE FUNCTION purge_unsent_files(keep interval) RETURNS int
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  WITH gone AS (DELETE FROM chat_files f WHERE f.number IS NULL AND f.created_at < now() - keep
    AND NOT EXISTS (SELECT FROM chat_threads t WHERE t.company_id = f.company_id AND t.id = f.thread_id AND t.picture_id = f.id) RETURNING 1)
  SELECT count(*)::int FROM gone;
END;

-- Those of these files, each of the company at the same place, that have no row. Of companies that are not known here nothing is said:
-- whoever is given another database by mistake must not take their files for lost.
CREATE FUNCTION list_lost_files(companies uuid[], files uuid[]) RETURNS TABLE (company_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT g.company, g.file FROM unnest(companies, files) AS g(company, file)
    WHERE EXISTS (SELECT FROM companies c WHERE c.id = g.company) AND NOT EXISTS (SELECT FROM chat_files f WHERE f.company_id = g.company AND f.id = g.file);
END;

DO $$ DECLARE signature text; BEGIN
  GRANT CREATE ON SCHEMA public TO okaeri_lookup;
  FOREACH signature IN ARRAY ARRAY['purge_unsent_files(interval)', 'list_lost_files(uuid[], uuid[])'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO okaeri_app', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO okaeri_lookup', signature);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM okaeri_lookup;
END $$;
