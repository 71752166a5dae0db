-- Of these threads those that have come further than the revision named with each, for anyone who tells of changes and may have missed one.
CREATE FUNCTION threads_beyond(companies uuid[], threads uuid[], revisions int[]) RETURNS TABLE (company_id uuid, thread_id uuid, revision int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT require_every_company();
  SELECT t.company_id, t.id, t.revision FROM unnest(companies, threads, revisions) AS known(company, thread, revision)
    JOIN chat_threads t ON t.company_id = known.company AND t.id = known.thread
    WHERE t.revision > known.revision;
END;
GRANT EXECUTE ON FUNCTION threads_beyond TO okaeri_app;

-- How far the others have read, of those who share that with the caller, who has to share too, and whom no block parts from the caller. In a group of
-- more than fifty nobody counts who has read.
CREATE FUNCTION list_shared_marks(thread uuid) RETURNS TABLE (member_id uuid, number int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
  parted uuid[] := parted_from(company, me);
BEGIN
  IF NOT EXISTS (SELECT FROM chat_participants p WHERE p.company_id = company AND p.thread_id = thread AND p.member_id = me AND p.state = 'ACTIVE')
      OR EXISTS (SELECT FROM chat_preferences f WHERE f.company_id = company AND f.member_id = me AND NOT f.share_reads)
      OR (SELECT count(*) FROM chat_participants q WHERE q.company_id = company AND q.thread_id = thread AND q.state = 'ACTIVE') > 50 THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT c.member_id, c.read_number FROM chat_places c
    JOIN chat_participants p ON p.company_id = c.company_id AND p.thread_id = c.thread_id AND p.member_id = c.member_id AND p.state = 'ACTIVE'
    WHERE c.company_id = company AND c.thread_id = thread AND c.member_id <> me AND c.member_id <> ALL (parted)
      AND NOT EXISTS (SELECT FROM chat_preferences f WHERE f.company_id = c.company_id AND f.member_id = c.member_id AND NOT f.share_reads);
END $$;
GRANT EXECUTE ON FUNCTION list_shared_marks TO okaeri_app;
