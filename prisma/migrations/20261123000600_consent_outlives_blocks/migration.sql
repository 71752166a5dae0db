-- A block that is taken back leaves consent as it was: what a participant was before one.
ALTER TABLE chat_participants ADD COLUMN state_before_block "ParticipantState";

-- Blocks of two people, and conversations of the two, are made one after the other. Within the caller's company.
CREATE FUNCTION lock_pair(one uuid, other uuid) RETURNS void LANGUAGE sql VOLATILE
BEGIN ATOMIC
  SELECT pg_advisory_xact_lock(hashtextextended(app_company_id() || ' ' || least(one, other) || ':' || greatest(one, other), 22));
END;

-- Keeps another member from writing to the caller, and from reading what the two wrote. Groups that both are in go on.
CREATE OR REPLACE FUNCTION block_member(other uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
BEGIN
  IF me = other OR NOT EXISTS (SELECT FROM members WHERE company_id = company AND id = other) THEN
    RETURN false;
  END IF;
  PERFORM lock_pair(me, other);
  INSERT INTO chat_blocks (company_id, blocker_id, blocked_id) VALUES (company, me, other) ON CONFLICT DO NOTHING;
  UPDATE chat_participants p SET state = CASE WHEN p.member_id = other THEN 'BARRED' ELSE 'DECLINED' END::"ParticipantState",
      state_before_block = CASE WHEN p.member_id = other THEN p.state END
    FROM chat_threads t
    WHERE t.company_id = company AND t.direct_key = least(me, other) || ':' || greatest(me, other)
      AND p.company_id = company AND p.thread_id = t.id
      AND (p.member_id = other AND p.state <> 'BARRED' OR p.member_id = me AND p.state = 'ASKED');
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION unblock_member(other uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
BEGIN
  PERFORM lock_pair(me, other);
  DELETE FROM chat_blocks WHERE company_id = company AND blocker_id = me AND blocked_id = other;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE chat_participants p SET state = coalesce(p.state_before_block, 'ACTIVE'), state_before_block = NULL FROM chat_threads t
    WHERE t.company_id = company AND t.direct_key = least(me, other) || ':' || greatest(me, other)
      AND p.company_id = company AND p.thread_id = t.id AND p.member_id = other AND p.state = 'BARRED';
  RETURN true;
END $$;

-- The one direct thread of the caller with another active member of the company, made when it is not there yet; a stranger's asks
-- for the other's consent. Who opens it before anything is written in it consents, and takes nothing from the other. NULL when there is
-- no such member, or one of the two blocked the other.
CREATE OR REPLACE FUNCTION open_direct_thread(other uuid, new_id uuid) RETURNS uuid
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
      OR blocked_between(me, other) THEN
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

-- Takes or declines a request for the caller's consent. The other side is not told of the latter. The thread's row comes first, as wherever
-- somebody's part in a thread changes.
CREATE OR REPLACE FUNCTION answer_chat_request(thread uuid, accept boolean) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM chat_threads t WHERE t.company_id = app_company_id() AND t.id = thread AND EXISTS (SELECT FROM chat_participants p
    WHERE p.company_id = t.company_id AND p.thread_id = t.id AND p.member_id = app_member_id()) FOR NO KEY UPDATE;
  UPDATE chat_participants SET state = CASE WHEN accept THEN 'ACTIVE' ELSE 'DECLINED' END::"ParticipantState", joined_at = now()
    WHERE company_id = app_company_id() AND thread_id = thread AND member_id = app_member_id() AND state = 'ASKED';
  RETURN FOUND;
END $$;

-- The lines after a number that call a member: what others wrote whom the member has not blocked; in a muted thread only what names the
-- member. Not of a day ago. With the rights of whoever asks.
CREATE OR REPLACE FUNCTION calling_lines(place chat_places, after int)
  RETURNS TABLE (number int, author_id uuid, text text, names_me boolean, sent_at timestamptz)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT n.number, n.author_id, n.text, place.member_id = ANY (n.mentions), n.sent_at FROM chat_messages n
    WHERE n.company_id = place.company_id AND n.thread_id = place.thread_id AND n.number > after AND n.kind = 'TEXT'
      AND n.deleted_at IS NULL AND n.author_id <> place.member_id AND (NOT place.muted OR place.member_id = ANY (n.mentions))
      AND n.sent_at > now() - interval '1 day'
      AND NOT EXISTS (SELECT FROM chat_participants b WHERE b.company_id = n.company_id AND b.thread_id = n.thread_id
        AND b.member_id = n.author_id AND b.state = 'BARRED');
END;

GRANT CREATE ON SCHEMA public TO okaeri_lookup;
REVOKE ALL ON FUNCTION lock_pair(uuid, uuid) FROM PUBLIC;
ALTER FUNCTION lock_pair(uuid, uuid) OWNER TO okaeri_lookup;
REVOKE CREATE ON SCHEMA public FROM okaeri_lookup;
