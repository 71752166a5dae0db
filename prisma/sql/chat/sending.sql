-- Commits messages that wait, of any members, in one statement. Each is {company, member, session, thread, client, id, text,
-- folded, quoted, mentions, files}, those of one thread together, the threads in the order of their ids. Each is answered under its place in
-- the array, from 1, with an outcome: "sent"; "known", the client id was there; "busy", another holds its thread and `patient` is false;
-- "not-found"; "waiting" for consent; "closed"; "files", of which one is not there.
-- Anyone who writes to a thread waits for its row, so that numbers and revisions are given in the order of commits. `tell`: by NOTIFY.
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
        -- The authors have read what they wrote; anyone who put the thread away has it back.
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
      -- Nobody was let into this thread yet.
      last_author := NULL;
      last_session := NULL;
      is_admitted := NULL;
      other := NULL;
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
      WHEN other IN ('BARRED', 'LEFT') THEN 'closed'
      -- A request for consent is one line.
      WHEN other <> 'ACTIVE' AND thread_number > 0 THEN 'waiting'
      ELSE 'sent'
    END;
    -- Not one condition with AND: with a question to a table in it plpgsql would start an executor each time.
    IF outcome = 'sent' AND m.files <> '{}' THEN
      IF cardinality(m.files) <> (SELECT count(*) FROM chat_files f JOIN files g ON g.company_id = f.company_id AND g.id = f.file_id
          WHERE f.company_id = m.company AND f.file_id = ANY (m.files) AND f.thread_id = m.thread AND g.uploader_id = m.member
            AND f.number IS NULL) THEN
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
          UPDATE chat_files f SET number = send_messages.number, position = array_position(m.files, f.file_id)
            WHERE f.company_id = m.company AND f.file_id = ANY (m.files);
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
GRANT EXECUTE ON FUNCTION send_messages TO okaeri_app;
