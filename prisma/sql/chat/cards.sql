-- What pages show of conversations. It looks with rights of its own: one check of the scope, and of who may read, instead of one for each table.

-- Of those of these threads that the caller may read (readable_threads): of the others in it, who joined first, the ids and states of at most `max_people` who
-- stand for the caller; and the last line. `folded`: it is by somebody whom the caller blocked; `blocked`: whom a notice is not to name.
CREATE FUNCTION thread_cards(threads uuid[], max_people int) RETURNS TABLE (
    id uuid, ids uuid[], states text[], text text, author_id uuid, sent_at timestamptz, revision int, deleted boolean, notice jsonb, files int, folded boolean,
    blocked uuid[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  scope jsonb := app_scope();
  company uuid := scope ->> 'companyId';
  me uuid := scope ->> 'memberId';
  parted uuid[] := parted_from(company, me);
  hidden uuid[] := ARRAY(SELECT blocked_id FROM chat_blocks WHERE company_id = company AND blocker_id = me);
BEGIN
  RETURN QUERY SELECT t.id, others.ids, others.states, m.text, m.author_id, m.sent_at::timestamptz, m.revision, m.deleted_at IS NOT NULL,
      CASE m.kind WHEN 'NOTICE' THEN m.notice END,
      (SELECT count(*)::int FROM chat_files f WHERE f.company_id = company AND f.thread_id = t.id AND f.number = m.number),
      coalesce(t.direct_key IS NULL AND m.author_id = ANY (hidden), false), CASE WHEN t.direct_key IS NULL AND m.kind = 'NOTICE' THEN hidden END
    FROM chat_participants own JOIN chat_threads t ON t.company_id = company AND t.id = own.thread_id
    CROSS JOIN LATERAL (SELECT array_agg(p.member_id ORDER BY p.joined_at, p.member_id) AS ids, array_agg(p.state::text ORDER BY p.joined_at, p.member_id) AS states
      FROM (SELECT p.member_id, p.state, p.joined_at FROM chat_participants p
        WHERE p.company_id = company AND p.thread_id = t.id AND p.member_id <> me AND p.state <> 'LEFT'
          AND (p.member_id <> ALL (parted) OR stands_for(company, t.id, me, p.member_id))
        ORDER BY p.joined_at, p.member_id LIMIT max_people) p) others
    -- OFFSET 0: looked up by the whole key. Joined, a plan may read all lines of the company.
    LEFT JOIN LATERAL (SELECT * FROM chat_messages x WHERE x.company_id = company AND x.thread_id = t.id AND x.number = t.last_number OFFSET 0) m ON true
    WHERE own.company_id = company AND own.member_id = me AND own.thread_id = ANY (threads)
      AND (own.state = 'ACTIVE' OR own.state = 'ASKED' AND t.direct_key IS NOT NULL);
END $$;
GRANT EXECUTE ON FUNCTION thread_cards TO okaeri_app;

-- The groups that the caller and that member are both in, where the one stands for the other: the newest message first, at most `max_count`.
CREATE FUNCTION shared_groups(other uuid, max_count int) RETURNS TABLE (id uuid, name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 5 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  scope jsonb := app_scope();
  company uuid := scope ->> 'companyId';
  me uuid := scope ->> 'memberId';
  parted boolean := other = ANY (parted_from(company, me));
BEGIN
  RETURN QUERY SELECT t.id, t.name FROM chat_participants own
    JOIN chat_participants p ON p.company_id = company AND p.thread_id = own.thread_id AND p.member_id = other AND p.state = 'ACTIVE'
    JOIN chat_threads t ON t.company_id = company AND t.id = own.thread_id AND t.direct_key IS NULL
    WHERE own.company_id = company AND own.member_id = me AND own.state = 'ACTIVE' AND (NOT parted OR stands_for(company, t.id, me, other))
    ORDER BY t.last_message_at DESC NULLS LAST, t.id DESC LIMIT max_count;
END $$;
GRANT EXECUTE ON FUNCTION shared_groups TO okaeri_app;

-- A thread of the caller's, or one that asks for the caller's consent, with the caller's place in it, how many of a group are folded for the caller, and everybody of it who
-- stands for the caller, as far as the caller may read it; of the other of a direct one also whether the caller blocked them (`blocked`), and whether they are not here now
-- (`away`). Nothing where it is none of these.
CREATE FUNCTION own_thread(thread uuid) RETURNS TABLE (
    id uuid, kind "ChatThreadKind", name text, picture_id uuid, join_token text, last_number int, revision int, read_number int, folds int, muted boolean, pinned boolean,
    archived boolean, participants json)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  scope jsonb := app_scope();
  company uuid := scope ->> 'companyId';
  me uuid := scope ->> 'memberId';
  parted uuid[] := parted_from(company, me);
  hidden uuid[] := ARRAY(SELECT blocked_id FROM chat_blocks WHERE company_id = company AND blocker_id = me);
BEGIN
  RETURN QUERY SELECT t.id, t.kind, t.name, t.picture_id, t.join_token, t.last_number, t.revision, coalesce(c.read_number, 0),
      CASE WHEN t.direct_key IS NULL AND own.state = 'ACTIVE' THEN (SELECT count(*)::int FROM chat_participants p
        WHERE p.company_id = company AND p.thread_id = thread AND p.member_id = ANY (hidden)) ELSE 0 END,
      coalesce(c.muted, false), c.pinned_at IS NOT NULL, c.archived_at IS NOT NULL,
      (SELECT coalesce(json_agg(one), '[]') FROM (
        SELECT p.member_id AS "memberId", p.state, p.role, p.asked_by AS "askedBy", p.joined_at AS "joinedAt",
            t.direct_key IS NOT NULL AND p.member_id = ANY (hidden) AS blocked,
            t.direct_key IS NOT NULL AND EXISTS (SELECT FROM members m WHERE m.company_id = company AND m.id = p.member_id AND m.status <> 'ACTIVE') AS away
          FROM chat_participants p WHERE p.company_id = company AND p.thread_id = thread AND (p.member_id = me
            OR (own.state = 'ACTIVE' OR t.direct_key IS NOT NULL) AND (p.member_id <> ALL (parted) OR stands_for(company, thread, me, p.member_id)))) one)
    FROM chat_threads t JOIN chat_participants own ON own.company_id = company AND own.thread_id = thread AND own.member_id = me AND own.state IN ('ACTIVE', 'ASKED')
    LEFT JOIN chat_places c ON c.company_id = company AND c.thread_id = thread AND c.member_id = me
    WHERE t.company_id = company AND t.id = thread;
END $$;
GRANT EXECUTE ON FUNCTION own_thread TO okaeri_app;

-- What stands beside lines of a thread that the caller may read: their reactions, of those who stand for the caller, the earliest first, and their files. Nothing for a
-- line that has neither, as most have.
CREATE FUNCTION beside_lines(thread uuid, numbers int[]) RETURNS TABLE (number int, reactions json, files json)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  scope jsonb := app_scope();
  company uuid := scope ->> 'companyId';
  me uuid := scope ->> 'memberId';
  parted uuid[] := parted_from(company, me);
BEGIN
  IF NOT EXISTS (SELECT FROM chat_participants p JOIN chat_threads t ON t.company_id = company AND t.id = thread
      WHERE p.company_id = company AND p.thread_id = thread AND p.member_id = me AND (p.state = 'ACTIVE' OR p.state = 'ASKED' AND t.direct_key IS NOT NULL)) THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT coalesce(r.number, f.number), r.reactions, f.files
    FROM (SELECT x.number, json_agg(json_build_object('emoji', x.emoji, 'memberId', x.member_id) ORDER BY x.created_at, x.member_id) AS reactions
      FROM chat_reactions x WHERE x.company_id = company AND x.thread_id = thread AND x.number = ANY (numbers)
        AND (x.member_id <> ALL (parted) OR stands_for(company, thread, me, x.member_id)) GROUP BY x.number) r
    FULL JOIN (SELECT c.number, json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'width', f.width,
        'height', f.height, 'preview', f.preview) ORDER BY c.position) AS files
      FROM chat_files c JOIN files f ON f.company_id = company AND f.id = c.file_id AND f.domain = 'CHAT' AND f.given_at IS NOT NULL
      WHERE c.company_id = company AND c.thread_id = thread AND c.number = ANY (numbers) GROUP BY c.number) f ON f.number = r.number;
END $$;
GRANT EXECUTE ON FUNCTION beside_lines TO okaeri_app;
