-- Who may read, write and change which conversation. As before: the company and the member, HR is nobody special, and nobody puts
-- themselves into a thread.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['chat_places', 'chat_reactions', 'chat_files', 'chat_blocks', 'chat_preferences', 'push_subscriptions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY lookup ON %I TO okaeri_lookup USING (true)', name);
  END LOOP;
END $$;
CREATE POLICY lookup ON chat_messages TO okaeri_lookup USING (true);
CREATE POLICY lookup ON profiles FOR SELECT TO okaeri_lookup USING (true);
GRANT SELECT ON profiles, chat_preferences, push_subscriptions TO okaeri_lookup;
GRANT SELECT, INSERT, UPDATE ON chat_threads, chat_participants, chat_messages, chat_files TO okaeri_lookup;
GRANT SELECT, INSERT, UPDATE, DELETE ON chat_places, chat_blocks TO okaeri_lookup;

-- ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- The threads that the member may read: those one belongs to, and the direct ones that ask for one's consent.
CREATE FUNCTION readable_threads() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT p.thread_id FROM chat_participants p
    WHERE p.company_id = app_company_id() AND p.member_id = app_member_id() AND (p.state = 'ACTIVE'
      OR p.state = 'ASKED' AND EXISTS (SELECT FROM chat_threads t
        WHERE t.company_id = p.company_id AND t.id = p.thread_id AND t.direct_key IS NOT NULL));
END;

-- Whether the member may read this one.
CREATE OR REPLACE FUNCTION participates(thread uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM chat_participants p
    WHERE p.company_id = app_company_id() AND p.thread_id = thread AND p.member_id = app_member_id() AND (p.state = 'ACTIVE'
      OR p.state = 'ASKED' AND EXISTS (SELECT FROM chat_threads t
        WHERE t.company_id = p.company_id AND t.id = p.thread_id AND t.direct_key IS NOT NULL)));
END;

-- Whether the member belongs to it, and so may change it.
CREATE FUNCTION belongs(thread uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM chat_participants
    WHERE company_id = app_company_id() AND thread_id = thread AND member_id = app_member_id() AND state = 'ACTIVE');
END;

DROP POLICY participant ON chat_participants;
DROP POLICY own_read_mark ON chat_participants;
CREATE POLICY participant ON chat_participants FOR SELECT TO okaeri_app
  USING (company_id = app_company_id() AND (member_id = app_member_id() AND state IN ('ACTIVE', 'ASKED')
    OR thread_id = ANY (ARRAY(SELECT readable_threads()))));

DROP POLICY participant ON chat_threads;
CREATE POLICY participant ON chat_threads FOR SELECT TO okaeri_app
  USING (company_id = app_company_id() AND id IN (SELECT thread_id FROM chat_participants
    WHERE company_id = app_company_id() AND member_id = app_member_id() AND state IN ('ACTIVE', 'ASKED')));
CREATE POLICY belonging ON chat_threads FOR UPDATE TO okaeri_app USING (company_id = app_company_id() AND belongs(id));
GRANT UPDATE (revision, name, picture_id, join_token) ON chat_threads TO okaeri_app;

DROP POLICY participant ON chat_messages;
DROP POLICY author ON chat_messages;
CREATE POLICY participant ON chat_messages FOR SELECT TO okaeri_app
  USING (company_id = app_company_id() AND thread_id = ANY (ARRAY(SELECT readable_threads())));
CREATE POLICY author ON chat_messages FOR INSERT TO okaeri_app
  WITH CHECK (company_id = app_company_id() AND author_id = app_member_id() AND belongs(thread_id));
CREATE POLICY own_words ON chat_messages FOR UPDATE TO okaeri_app
  USING (company_id = app_company_id() AND author_id = app_member_id() AND belongs(thread_id));
GRANT UPDATE (text, folded, mentions, edited_at, deleted_at) ON chat_messages TO okaeri_app;

CREATE POLICY own_place ON chat_places TO okaeri_app USING (company_id = app_company_id() AND member_id = app_member_id());
GRANT SELECT, UPDATE (read_number, muted, pinned_at, archived_at) ON chat_places TO okaeri_app;

CREATE POLICY participant ON chat_reactions FOR SELECT TO okaeri_app
  USING (company_id = app_company_id() AND thread_id = ANY (ARRAY(SELECT readable_threads())));
CREATE POLICY own_insert ON chat_reactions FOR INSERT TO okaeri_app
  WITH CHECK (company_id = app_company_id() AND member_id = app_member_id() AND belongs(thread_id));
CREATE POLICY own_delete ON chat_reactions FOR DELETE TO okaeri_app
  USING (company_id = app_company_id() AND member_id = app_member_id() AND belongs(thread_id));
GRANT SELECT, INSERT, DELETE ON chat_reactions TO okaeri_app;

-- A file that is not sent yet is its uploader's alone; a group's picture is its members'.
CREATE POLICY participant ON chat_files FOR SELECT TO okaeri_app
  USING (company_id = app_company_id() AND (
    thread_id = ANY (ARRAY(SELECT readable_threads())) AND (number IS NOT NULL OR uploader_id = app_member_id())
    -- Of a group into which one is only asked, its picture.
    OR id = (SELECT t.picture_id FROM chat_threads t WHERE t.company_id = chat_files.company_id AND t.id = chat_files.thread_id)));
CREATE POLICY own_insert ON chat_files FOR INSERT TO okaeri_app
  WITH CHECK (company_id = app_company_id() AND uploader_id = app_member_id() AND number IS NULL AND belongs(thread_id));
CREATE POLICY own_delete ON chat_files FOR DELETE TO okaeri_app
  USING (company_id = app_company_id() AND uploader_id = app_member_id());
GRANT SELECT, INSERT, DELETE ON chat_files TO okaeri_app;

CREATE POLICY own_blocks ON chat_blocks FOR SELECT TO okaeri_app
  USING (company_id = app_company_id() AND blocker_id = app_member_id());
GRANT SELECT ON chat_blocks TO okaeri_app;

CREATE POLICY own_preferences ON chat_preferences TO okaeri_app
  USING (company_id = app_company_id() AND member_id = app_member_id());
GRANT SELECT, INSERT, UPDATE ON chat_preferences TO okaeri_app;

CREATE POLICY own_subscriptions ON push_subscriptions TO okaeri_app USING (user_id = app_user_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON push_subscriptions TO okaeri_app;

-- ── Sending ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Commits messages that wait, of any members, in one statement. Each is {company, member, session, thread, client, id, text,
-- folded, quoted, mentions, files}, those of one thread together, the threads in the order of their ids. Each is answered under its place in
-- the array, from 1, with an outcome: "sent"; "known", the client id was there; "busy", another holds its thread and `patient` is false;
-- "not-found"; "waiting" for consent; "closed"; "files", of which one is not there.
-- Whoever writes to a thread waits for its row, so that numbers and revisions are given in the order of commits. `tell`: by NOTIFY.
-- Small statements in a loop: one large one that does it all takes three times as long for a single message.
CREATE FUNCTION send_messages(batch jsonb, patient boolean, tell boolean)
  RETURNS TABLE (place int, outcome text, number int, revision int, sent_at timestamptz, quoted int, mentions uuid[])
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  -- A plan is made once for a connection, and must be right when the tables have grown.
  SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  m record;
  thread_company uuid;
  thread_held uuid;
  thread_number int;
  thread_revision int;
  is_direct boolean;
  is_held boolean;
  other "ParticipantState";
  is_admitted boolean;
  last_author uuid;
  last_session uuid;
  first_revision int;
  -- Who has written to the thread now, and the last number of each.
  authors uuid[];
  read_numbers int[];
  author_place int;
BEGIN
  FOR m IN SELECT x.* FROM ROWS FROM (jsonb_to_recordset(batch) AS (company uuid, member uuid, session uuid, thread uuid, client uuid,
      id uuid, text text, folded text, quoted int, mentions uuid[], files uuid[])) WITH ORDINALITY
      AS x(company, member, session, thread, client, id, text, folded, quoted, mentions, files, place)
      -- And a last one that is none: with it the last thread is left as the others are.
      UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL LOOP
    place := m.place;
    number := NULL;
    revision := NULL;
    sent_at := NULL;
    quoted := NULL;
    mentions := NULL;

    IF thread_held IS DISTINCT FROM m.thread OR thread_company <> m.company THEN
      IF thread_revision > first_revision THEN
        UPDATE chat_threads t SET last_number = thread_number, revision = thread_revision, last_message_at = clock_timestamp()
          WHERE t.company_id = thread_company AND t.id = thread_held;
        -- The authors have read what they wrote; whoever put the thread away has it back.
        UPDATE chat_places c SET read_number = read_numbers[array_position(authors, c.member_id)], archived_at = NULL
          WHERE c.company_id = thread_company AND c.thread_id = thread_held AND c.member_id = ANY (authors);
        UPDATE chat_places c SET archived_at = NULL
          WHERE c.company_id = thread_company AND c.thread_id = thread_held AND c.archived_at IS NOT NULL AND NOT c.muted;
        IF tell THEN
          PERFORM pg_notify('okaeri', json_build_object('type', 'thread:changed', 'companyId', thread_company, 'threadId', thread_held,
            'from', first_revision, 'to', thread_revision)::text);
        END IF;
      END IF;
      EXIT WHEN m.thread IS NULL;
      IF patient THEN
        SELECT t.last_number, t.revision, t.direct_key IS NOT NULL, true INTO thread_number, thread_revision, is_direct, is_held
          FROM chat_threads t WHERE t.company_id = m.company AND t.id = m.thread FOR NO KEY UPDATE;
      ELSE
        SELECT t.last_number, t.revision, t.direct_key IS NOT NULL, true INTO thread_number, thread_revision, is_direct, is_held
          FROM chat_threads t WHERE t.company_id = m.company AND t.id = m.thread FOR NO KEY UPDATE SKIP LOCKED;
      END IF;
      thread_company := m.company;
      thread_held := m.thread;
      first_revision := thread_revision;
      authors := '{}';
      read_numbers := '{}';
      last_author := NULL;
    END IF;

    IF last_author IS DISTINCT FROM m.member OR last_session IS DISTINCT FROM m.session THEN
      SELECT true INTO is_admitted FROM chat_participants p
        JOIN members r ON r.company_id = p.company_id AND r.id = p.member_id AND r.status = 'ACTIVE'
        JOIN companies c ON c.id = p.company_id AND c.status = 'ACTIVE'
        JOIN sessions s ON s.id = m.session AND s.user_id = r.user_id AND s.expires_at > now()
        WHERE p.company_id = m.company AND p.thread_id = m.thread AND p.member_id = m.member AND p.state = 'ACTIVE';
      other := NULL;
      IF is_direct THEN
        SELECT o.state INTO other FROM chat_participants o WHERE o.company_id = m.company AND o.thread_id = m.thread AND o.member_id <> m.member;
      END IF;
      last_author := m.member;
      last_session := m.session;
    END IF;

    outcome := CASE
      WHEN is_admitted IS NULL THEN 'not-found'
      WHEN is_held IS NULL THEN 'busy'
      WHEN other = 'BARRED' THEN 'closed'
      -- A request for consent is one line.
      WHEN other <> 'ACTIVE' AND thread_number > 0 THEN 'waiting'
      ELSE 'sent'
    END;
    -- Not one condition with AND: with a question to a table in it plpgsql would start an executor each time.
    IF outcome = 'sent' AND m.files <> '{}' THEN
      IF cardinality(m.files) <> (SELECT count(*) FROM chat_files f WHERE f.company_id = m.company AND f.id = ANY (m.files)
          AND f.thread_id = m.thread AND f.uploader_id = m.member AND f.number IS NULL) THEN
        outcome := 'files';
      END IF;
    END IF;
    IF outcome = 'sent' THEN
      mentions := '{}';
      IF m.mentions <> '{}' THEN
        mentions := ARRAY(SELECT p.member_id FROM chat_participants p WHERE p.company_id = m.company AND p.thread_id = m.thread
          AND p.member_id = ANY (m.mentions) AND p.state = 'ACTIVE');
      END IF;
      quoted := CASE WHEN m.quoted <= thread_number THEN m.quoted END;
      INSERT INTO chat_messages AS n (company_id, thread_id, number, revision, id, author_id, client_id, text, folded, quoted_number, mentions, sent_at)
        VALUES (m.company, m.thread, thread_number + 1, thread_revision + 1, m.id, m.member, m.client, m.text, m.folded,
          send_messages.quoted, send_messages.mentions, clock_timestamp())
        ON CONFLICT (company_id, thread_id, author_id, client_id) DO NOTHING
        RETURNING n.number, n.revision, n.sent_at INTO number, revision, sent_at;
      IF FOUND THEN
        thread_number := number;
        thread_revision := revision;
        author_place := coalesce(array_position(authors, m.member), cardinality(authors) + 1);
        authors[author_place] := m.member;
        read_numbers[author_place] := number;
        IF m.files <> '{}' THEN
          UPDATE chat_files f SET number = send_messages.number, position = array_position(m.files, f.id)
            WHERE f.company_id = m.company AND f.id = ANY (m.files);
        END IF;
      END IF;
    END IF;
    -- A repeat is answered with the first message, whatever has become of the thread since.
    IF number IS NULL AND outcome NOT IN ('not-found', 'busy') THEN
      SELECT k.number INTO number FROM chat_messages k
        WHERE k.company_id = m.company AND k.thread_id = m.thread AND k.author_id = m.member AND k.client_id = m.client;
      IF FOUND THEN
        outcome := 'known';
      END IF;
    END IF;
    RETURN NEXT;
  END LOOP;
END $$;

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

-- A notice is nothing to be read: who had read all before it has read it too.
CREATE FUNCTION pass_notice(thread uuid, notice_number int) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  UPDATE chat_places c SET read_number = notice_number
    FROM chat_participants p
    WHERE c.company_id = app_company_id() AND c.thread_id = thread AND c.read_number < notice_number
      AND p.company_id = c.company_id AND p.thread_id = c.thread_id AND p.member_id = c.member_id AND p.state = 'ACTIVE'
      AND (c.read_number = notice_number - 1 OR c.member_id = app_member_id()) AND belongs(thread)
      AND EXISTS (SELECT FROM chat_messages m WHERE m.company_id = app_company_id() AND m.thread_id = thread AND m.number = notice_number
        AND m.kind = 'NOTICE' AND m.author_id = app_member_id());
END;

-- Of these threads those that have come further than the revision named with each, for whoever tells of changes and may have missed one.
CREATE FUNCTION threads_beyond(companies uuid[], threads uuid[], revisions int[]) RETURNS TABLE (company_id uuid, thread_id uuid, revision int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT t.company_id, t.id, t.revision FROM unnest(companies, threads, revisions) AS known(company, thread, revision)
    JOIN chat_threads t ON t.company_id = known.company AND t.id = known.thread
    WHERE t.revision > known.revision;
END;

-- How far the others have read, of those who share that with the caller, who has to share too. In a group of more than fifty
-- nobody counts who has read.
CREATE FUNCTION list_shared_marks(thread uuid) RETURNS TABLE (member_id uuid, number int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT c.member_id, c.read_number FROM chat_places c
    JOIN chat_participants p ON p.company_id = c.company_id AND p.thread_id = c.thread_id AND p.member_id = c.member_id AND p.state = 'ACTIVE'
    WHERE c.company_id = app_company_id() AND c.thread_id = thread AND c.member_id <> app_member_id() AND belongs(thread)
      AND NOT EXISTS (SELECT FROM chat_preferences f WHERE f.company_id = c.company_id AND f.member_id IN (c.member_id, app_member_id()) AND NOT f.share_reads)
      AND (SELECT count(*) FROM chat_participants q WHERE q.company_id = app_company_id() AND q.thread_id = thread AND q.state = 'ACTIVE') <= 50;
END;

-- ── Who belongs to a thread ──────────────────────────────────────────────────────────────────────────────────────────
-- Whether two members of the company need no consent of each other: they worked here at one time, or share a group.
CREATE FUNCTION acquainted(one uuid, other uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM profiles a JOIN profiles b ON b.company_id = a.company_id
      WHERE a.company_id = app_company_id() AND a.member_id = one AND b.member_id = other
        AND a.joined_on <= coalesce(b.left_on, 'infinity') AND b.joined_on <= coalesce(a.left_on, 'infinity'))
    OR EXISTS (SELECT FROM chat_participants a
      JOIN chat_participants b ON b.company_id = a.company_id AND b.thread_id = a.thread_id AND b.member_id = other AND b.state = 'ACTIVE'
      JOIN chat_threads t ON t.company_id = a.company_id AND t.id = a.thread_id AND t.direct_key IS NULL
      WHERE a.company_id = app_company_id() AND a.member_id = one AND a.state = 'ACTIVE');
END;

CREATE FUNCTION blocked_between(one uuid, other uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM chat_blocks WHERE company_id = app_company_id()
    AND (blocker_id = one AND blocked_id = other OR blocker_id = other AND blocked_id = one));
END;

-- Of these members those whom the caller may see come and go: of the company, and parted from the caller by no block.
CREATE FUNCTION watchable_members(asked uuid[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT m.id FROM members m
    WHERE m.company_id = app_company_id() AND m.id = ANY (asked) AND NOT blocked_between(app_member_id(), m.id);
END;

-- The one direct thread of the caller with another active member of the company, made when it is not there yet; a stranger's asks
-- for the other's consent. NULL when there is no such member, or one of the two blocked the other.
CREATE OR REPLACE FUNCTION open_direct_thread(other uuid, new_id uuid) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
  key text := least(me, other) || ':' || greatest(me, other);
  thread uuid;
  written boolean;
BEGIN
  IF me = other OR (SELECT count(*) FROM members WHERE company_id = company AND id IN (me, other) AND status = 'ACTIVE') <> 2
      OR blocked_between(me, other) THEN
    RETURN NULL;
  END IF;
  INSERT INTO chat_threads (company_id, id, kind, direct_key) VALUES (company, new_id, 'DIRECT', key)
    ON CONFLICT (company_id, direct_key) DO NOTHING;
  SELECT id, last_number > 0 INTO STRICT thread, written FROM chat_threads WHERE company_id = company AND direct_key = key FOR NO KEY UPDATE;
  IF written THEN
    -- Who declined once and now writes has consented.
    UPDATE chat_participants SET state = 'ACTIVE' WHERE company_id = company AND thread_id = thread AND member_id = me AND state = 'DECLINED';
  ELSE
    INSERT INTO chat_participants (company_id, thread_id, member_id, state, asked_by)
      VALUES (company, thread, me, 'ACTIVE', NULL),
        (company, thread, other, CASE WHEN acquainted(me, other) THEN 'ACTIVE' ELSE 'ASKED' END::"ParticipantState", me)
      ON CONFLICT (company_id, thread_id, member_id) DO UPDATE SET state = excluded.state, asked_by = excluded.asked_by
        WHERE chat_participants.state <> excluded.state;
    INSERT INTO chat_places (company_id, thread_id, member_id) VALUES (company, thread, me), (company, thread, other) ON CONFLICT DO NOTHING;
  END IF;
  RETURN thread;
END $$;

-- Puts others into a group of the caller's, strangers only once they consent; tells who came in or was asked. At most 1,000 belong to
-- one; members of no standing and those whom a block parts from the caller are passed over. Who once declined is not asked again: to
-- whoever asks it looks as if they were.
CREATE FUNCTION add_to_group(thread uuid, others uuid[]) RETURNS uuid[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
  room int;
  added uuid[];
BEGIN
  PERFORM FROM chat_threads WHERE company_id = company AND id = thread AND direct_key IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT belongs(thread) THEN
    RETURN NULL;
  END IF;
  SELECT 1000 - count(*) INTO room FROM chat_participants WHERE company_id = company AND thread_id = thread AND state IN ('ACTIVE', 'ASKED');
  WITH newcomers AS (
    SELECT m.id, CASE WHEN p.declined THEN 'DECLINED' WHEN p.state = 'LEFT' OR NOT acquainted(me, m.id) THEN 'ASKED' ELSE 'ACTIVE' END::"ParticipantState" AS state
    FROM members m LEFT JOIN chat_participants p ON p.company_id = company AND p.thread_id = thread AND p.member_id = m.id
    WHERE m.company_id = company AND m.id = ANY (others) AND m.id <> me AND m.status = 'ACTIVE'
      AND (p.state IS NULL OR p.state = 'LEFT') AND NOT blocked_between(me, m.id)
    ORDER BY m.id LIMIT greatest(room, 0)
  ), put AS (
    INSERT INTO chat_participants AS c (company_id, thread_id, member_id, state, asked_by)
    SELECT company, thread, n.id, n.state, me FROM newcomers n
    ON CONFLICT (company_id, thread_id, member_id) DO UPDATE SET state = excluded.state, asked_by = excluded.asked_by,
      role = 'MEMBER', joined_at = now()
    RETURNING c.member_id
  )
  SELECT coalesce(array_agg(member_id), '{}') INTO added FROM put;
  -- What was written before one came is not news; that one is asked is, and is still to be told.
  INSERT INTO chat_places (company_id, thread_id, member_id, read_number, pushed_number, mailed_number)
    SELECT company, thread, p.member_id, t.last_number, told.number, told.number
    FROM chat_threads t JOIN chat_participants p ON p.company_id = t.company_id AND p.thread_id = t.id AND p.member_id = ANY (added)
    CROSS JOIN LATERAL (SELECT CASE p.state WHEN 'ASKED' THEN 0 ELSE t.last_number END AS number) told
    WHERE t.company_id = company AND t.id = thread
    ON CONFLICT DO NOTHING;
  RETURN added;
END $$;

-- A new group with the caller as its admin and these others, as add_to_group takes them.
CREATE FUNCTION start_group(new_id uuid, group_name text, others uuid[]) RETURNS uuid[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
BEGIN
  IF me IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO chat_threads (company_id, id, kind, name) VALUES (company, new_id, 'GROUP', group_name);
  INSERT INTO chat_participants (company_id, thread_id, member_id, role) VALUES (company, new_id, me, 'ADMIN');
  INSERT INTO chat_places (company_id, thread_id, member_id) VALUES (company, new_id, me);
  RETURN add_to_group(new_id, others);
END $$;

CREATE FUNCTION administers(thread uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM chat_participants p JOIN chat_threads t ON t.company_id = p.company_id AND t.id = p.thread_id
    WHERE p.company_id = app_company_id() AND p.thread_id = thread AND p.member_id = app_member_id() AND p.state = 'ACTIVE'
      AND p.role = 'ADMIN' AND t.direct_key IS NULL);
END;

-- Ends a membership of a group: one's own, or another's by an admin, whose link is a new one from then on. A group that has members
-- has an admin. That one declined is remembered, also when an admin takes the invitation back.
CREATE FUNCTION leave_group(thread uuid, member uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
BEGIN
  PERFORM FROM chat_threads WHERE company_id = company AND id = thread AND direct_key IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT (member = app_member_id() OR administers(thread)) THEN
    RETURN false;
  END IF;
  UPDATE chat_participants SET state = 'LEFT', role = 'MEMBER', declined = declined OR state = 'DECLINED'
    WHERE company_id = company AND thread_id = thread AND member_id = member AND state IN ('ACTIVE', 'ASKED', 'DECLINED');
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM chat_places WHERE company_id = company AND thread_id = thread AND member_id = member;
  IF member <> app_member_id() THEN
    UPDATE chat_threads SET join_token = replace(gen_random_uuid()::text, '-', '')
      WHERE company_id = company AND id = thread AND join_token IS NOT NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM chat_participants WHERE company_id = company AND thread_id = thread AND state = 'ACTIVE' AND role = 'ADMIN') THEN
    UPDATE chat_participants SET role = 'ADMIN' WHERE company_id = company AND thread_id = thread AND member_id = (
      SELECT member_id FROM chat_participants WHERE company_id = company AND thread_id = thread AND state = 'ACTIVE'
      ORDER BY joined_at, member_id LIMIT 1);
  END IF;
  RETURN true;
END $$;

-- Makes a member an admin of the caller's group, or no longer one. The last admin stays one.
CREATE FUNCTION set_group_role(thread uuid, member uuid, new_role "ParticipantRole") RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
BEGIN
  PERFORM FROM chat_threads WHERE company_id = company AND id = thread FOR NO KEY UPDATE;
  IF NOT administers(thread) OR new_role = 'MEMBER' AND NOT EXISTS (SELECT FROM chat_participants
      WHERE company_id = company AND thread_id = thread AND member_id <> member AND state = 'ACTIVE' AND role = 'ADMIN') THEN
    RETURN false;
  END IF;
  UPDATE chat_participants SET role = new_role
    WHERE company_id = company AND thread_id = thread AND member_id = member AND state = 'ACTIVE' AND role <> new_role;
  RETURN FOUND;
END $$;

-- What somebody with a group's link sees before joining.
CREATE FUNCTION peek_group(token text) RETURNS TABLE (id uuid, name text, members int, inside boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT t.id, t.name, (SELECT count(*) FROM chat_participants p WHERE p.company_id = t.company_id AND p.thread_id = t.id AND p.state = 'ACTIVE')::int,
      EXISTS (SELECT FROM chat_participants p WHERE p.company_id = t.company_id AND p.thread_id = t.id AND p.member_id = app_member_id() AND p.state = 'ACTIVE')
    FROM chat_threads t WHERE t.company_id = app_company_id() AND t.join_token = token;
END;

-- Lets the caller into the group of this link; NULL when there is none, or it is full. `news`: whether they were not in it before.
-- Who comes so may be asked again, should they leave.
CREATE FUNCTION join_group(token text, OUT id uuid, OUT news boolean)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
  thread chat_threads;
BEGIN
  SELECT * INTO thread FROM chat_threads t WHERE t.company_id = company AND t.join_token = token FOR NO KEY UPDATE;
  IF me IS NULL OR thread.id IS NULL THEN
    RETURN;
  END IF;
  news := NOT belongs(thread.id);
  IF news THEN
    IF (SELECT count(*) FROM chat_participants p WHERE p.company_id = company AND p.thread_id = thread.id AND p.state IN ('ACTIVE', 'ASKED') AND p.member_id <> me) >= 1000 THEN
      news := NULL;
      RETURN;
    END IF;
    INSERT INTO chat_participants AS p (company_id, thread_id, member_id) VALUES (company, thread.id, me)
      ON CONFLICT (company_id, thread_id, member_id) DO UPDATE SET state = 'ACTIVE', declined = false, joined_at = now();
    INSERT INTO chat_places (company_id, thread_id, member_id, read_number, pushed_number, mailed_number)
      VALUES (company, thread.id, me, thread.last_number, thread.last_number, thread.last_number) ON CONFLICT DO NOTHING;
  END IF;
  id := thread.id;
END $$;

-- Takes or declines a request for the caller's consent. The other side is not told of the latter.
CREATE FUNCTION answer_chat_request(thread uuid, accept boolean) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE chat_participants SET state = CASE WHEN accept THEN 'ACTIVE' ELSE 'DECLINED' END::"ParticipantState", joined_at = now()
    WHERE company_id = app_company_id() AND thread_id = thread AND member_id = app_member_id() AND state = 'ASKED';
  RETURN FOUND;
END $$;

-- How many belong to a thread of the member's, or to one that asks for the member's consent.
CREATE FUNCTION count_members(thread uuid) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT count(*)::int FROM chat_participants p WHERE p.company_id = app_company_id() AND p.thread_id = thread AND p.state = 'ACTIVE'
    AND EXISTS (SELECT FROM chat_participants o WHERE o.company_id = p.company_id AND o.thread_id = thread
      AND o.member_id = app_member_id() AND o.state IN ('ACTIVE', 'ASKED'));
END;

-- Keeps another member from writing to the caller, and from reading what the two wrote. Groups that both are in go on.
CREATE FUNCTION block_member(other uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
BEGIN
  IF me = other OR NOT EXISTS (SELECT FROM members WHERE company_id = company AND id = other) THEN
    RETURN false;
  END IF;
  INSERT INTO chat_blocks (company_id, blocker_id, blocked_id) VALUES (company, me, other) ON CONFLICT DO NOTHING;
  UPDATE chat_participants p SET state = CASE WHEN p.member_id = other THEN 'BARRED' ELSE 'DECLINED' END::"ParticipantState"
    FROM chat_threads t
    WHERE t.company_id = company AND t.direct_key = least(me, other) || ':' || greatest(me, other)
      AND p.company_id = company AND p.thread_id = t.id AND (p.member_id = other OR p.member_id = me AND p.state = 'ASKED');
  RETURN true;
END $$;

CREATE FUNCTION unblock_member(other uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
BEGIN
  DELETE FROM chat_blocks WHERE company_id = company AND blocker_id = me AND blocked_id = other;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE chat_participants p SET state = 'ACTIVE' FROM chat_threads t
    WHERE t.company_id = company AND t.direct_key = least(me, other) || ':' || greatest(me, other)
      AND p.company_id = company AND p.thread_id = t.id AND p.member_id = other AND p.state = 'BARRED';
  RETURN true;
END $$;

DO $$ DECLARE signature text; BEGIN
  GRANT CREATE ON SCHEMA public TO okaeri_lookup;
  FOREACH signature IN ARRAY ARRAY['readable_threads()', 'participates(uuid)', 'belongs(uuid)', 'administers(uuid)', 'acquainted(uuid, uuid)',
      'blocked_between(uuid, uuid)', 'watchable_members(uuid[])', 'send_messages(jsonb, boolean, boolean)', 'touch_message(uuid, int)', 'pass_notice(uuid, int)', 'threads_beyond(uuid[], uuid[], int[])',
      'list_shared_marks(uuid)', 'open_direct_thread(uuid, uuid)', 'add_to_group(uuid, uuid[])', 'start_group(uuid, text, uuid[])',
      'leave_group(uuid, uuid)', 'set_group_role(uuid, uuid, "ParticipantRole")', 'peek_group(text)', 'join_group(text)',
      'answer_chat_request(uuid, boolean)', 'block_member(uuid)', 'unblock_member(uuid)', 'count_members(uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO okaeri_app', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO okaeri_lookup', signature);
  END LOOP;
  -- A stranger's business: asked only from within.
  REVOKE EXECUTE ON FUNCTION acquainted(uuid, uuid), blocked_between(uuid, uuid) FROM okaeri_app;
  REVOKE CREATE ON SCHEMA public FROM okaeri_lookup;
END $$;

-- ── Only admins change what a group is called, how it looks and who may join ─────────────────────────────────────────
CREATE FUNCTION require_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app_member_id() IS NOT NULL AND NOT administers(old.id) AND current_user <> 'okaeri_lookup' THEN
    RAISE EXCEPTION 'only admins change a group' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER require_admin BEFORE UPDATE OF name, picture_id, join_token ON chat_threads FOR EACH ROW EXECUTE FUNCTION require_admin();

-- ── Live connections hear at once who may read what ──────────────────────────────────────────────────────────────────
CREATE FUNCTION tell_participant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed chat_participants := coalesce(new, old);
BEGIN
  PERFORM pg_notify('okaeri', json_build_object('type', 'participant:changed', 'companyId', changed.company_id,
    'threadId', changed.thread_id, 'memberId', changed.member_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_participant_changed AFTER INSERT OR DELETE OR UPDATE OF state ON chat_participants
  FOR EACH ROW EXECUTE FUNCTION tell_participant_changed();

CREATE FUNCTION tell_preferences_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('okaeri', json_build_object('type', 'preferences:changed', 'companyId', new.company_id, 'memberId', new.member_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_preferences_changed AFTER INSERT OR UPDATE OF share_reads, show_online ON chat_preferences
  FOR EACH ROW EXECUTE FUNCTION tell_preferences_changed();

-- A block ends, for both, seeing whether the other is here.
CREATE FUNCTION tell_block_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed chat_blocks := coalesce(new, old);
BEGIN
  PERFORM pg_notify('okaeri', json_build_object('type', 'preferences:changed', 'companyId', changed.company_id, 'memberId', member)::text)
    FROM unnest(ARRAY[changed.blocker_id, changed.blocked_id]) member;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_block_changed AFTER INSERT OR DELETE ON chat_blocks FOR EACH ROW EXECUTE FUNCTION tell_block_changed();
