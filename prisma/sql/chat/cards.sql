-- What lists show of conversations. Pages ask for many of them at once, so it looks with rights of its own: one check instead of one for each table.

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
