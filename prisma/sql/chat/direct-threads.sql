-- The one direct thread of the caller with another active member of the company, made when it is not there yet; a stranger's asks
-- for the other's consent. Who opens it before anything is written in it consents, and takes nothing from the other. NULL when there is
-- no such member, or none whom the caller finds.
CREATE FUNCTION open_direct_thread(other uuid, new_id uuid) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
  key text := least(me, other) || ':' || greatest(me, other);
  thread uuid;
  written boolean;
BEGIN
  PERFORM lock_pair(me, other);
  IF me = other OR (SELECT count(*) FROM members WHERE company_id = company AND id IN (me, other) AND status = 'ACTIVE') <> 2
      OR NOT findable_by_caller(other) THEN
    RETURN NULL;
  END IF;
  INSERT INTO chat_threads (company_id, id, kind, direct_key) VALUES (company, new_id, 'DIRECT', key)
    ON CONFLICT (company_id, direct_key) DO NOTHING;
  SELECT id, last_number > 0 INTO STRICT thread, written FROM chat_threads WHERE company_id = company AND direct_key = key FOR NO KEY UPDATE;
  IF written THEN
    -- Who declined once finds the request again, and can take it now. That they looked, the other does not learn.
    UPDATE chat_participants SET state = 'ASKED' WHERE company_id = company AND thread_id = thread AND member_id = me AND state = 'DECLINED';
  ELSE
    INSERT INTO chat_participants (company_id, thread_id, member_id, state, asked_by)
      VALUES (company, thread, me, 'ACTIVE', NULL),
        (company, thread, other, CASE WHEN acquainted(me, other) THEN 'ACTIVE' ELSE 'ASKED' END::"ParticipantState", me)
      ON CONFLICT (company_id, thread_id, member_id) DO UPDATE SET state = 'ACTIVE', asked_by = excluded.asked_by
        WHERE excluded.state = 'ACTIVE' AND chat_participants.state <> 'ACTIVE';
    INSERT INTO chat_places (company_id, thread_id, member_id) VALUES (company, thread, me), (company, thread, other) ON CONFLICT DO NOTHING;
  END IF;
  RETURN thread;
END $$;
GRANT EXECUTE ON FUNCTION open_direct_thread TO okaeri_app;

-- Takes or declines a request for the caller's consent. The other side is not told of the latter. The thread's row comes first, as wherever
-- somebody's part in a thread changes.
CREATE FUNCTION answer_chat_request(thread uuid, accept boolean) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM chat_threads t WHERE t.company_id = app_company_id() AND t.id = thread AND EXISTS (SELECT FROM chat_participants p
    WHERE p.company_id = t.company_id AND p.thread_id = t.id AND p.member_id = app_member_id()) FOR NO KEY UPDATE;
  UPDATE chat_participants SET state = CASE WHEN accept THEN 'ACTIVE' ELSE 'DECLINED' END::"ParticipantState", joined_at = now()
    WHERE company_id = app_company_id() AND thread_id = thread AND member_id = app_member_id() AND state = 'ASKED';
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION answer_chat_request TO okaeri_app;
