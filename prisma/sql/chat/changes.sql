-- The thread's next revision, given to one of its messages that is about to change; NULL without either. Waits for the thread's row.
CREATE FUNCTION touch_message(thread uuid, message_number int) RETURNS int
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  new_revision int;
BEGIN
  IF NOT belongs(thread) OR NOT EXISTS (SELECT FROM chat_messages WHERE company_id = company AND thread_id = thread AND number = message_number) THEN
    RETURN NULL;
  END IF;
  UPDATE chat_threads SET revision = revision + 1 WHERE company_id = company AND id = thread RETURNING revision INTO new_revision;
  UPDATE chat_messages SET revision = new_revision WHERE company_id = company AND thread_id = thread AND number = message_number;
  RETURN new_revision;
END $$;
GRANT EXECUTE ON FUNCTION touch_message TO okaeri_app;

-- A notice is nothing to be read: who had read all before it that counts (own_places) has read it too.
CREATE FUNCTION pass_notice(thread uuid, notice_number int) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  UPDATE chat_places c SET read_number = notice_number
    FROM chat_participants p
    WHERE c.company_id = (SELECT app_company_id()) AND c.thread_id = thread AND c.read_number < notice_number
      AND p.company_id = c.company_id AND p.thread_id = c.thread_id AND p.member_id = c.member_id AND p.state = 'ACTIVE'
      AND belongs(thread) AND (c.member_id = (SELECT app_member_id()) OR NOT EXISTS (SELECT FROM chat_messages n
        WHERE n.company_id = c.company_id AND n.thread_id = thread AND n.number > c.read_number AND n.number < notice_number AND n.deleted_at IS NULL
        AND NOT EXISTS (SELECT FROM chat_blocks b WHERE b.company_id = c.company_id AND b.blocker_id = c.member_id AND b.blocked_id = n.author_id)))
      AND EXISTS (SELECT FROM chat_messages m WHERE m.company_id = (SELECT app_company_id()) AND m.thread_id = thread AND m.number = notice_number
        AND m.kind = 'NOTICE' AND m.author_id = (SELECT app_member_id()));
END;
GRANT EXECUTE ON FUNCTION pass_notice TO okaeri_app;
