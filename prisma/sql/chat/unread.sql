-- The member's place in each thread that shows itself to them, beside what the thread is, and how many of its lines are unread: those after
-- the read mark that were not deleted, in a group but for those of whom the member blocked; of a request, none before it is answered. The one
-- rule of what is unread: `calling_lines` (calls.sql) picks from these lines, too. Every page asks for it, so it looks with rights of its own:
-- one check instead of one for each table.
CREATE FUNCTION own_places() RETURNS TABLE (
    id uuid, kind "ChatThreadKind", name text, picture_id uuid, last_number int, last_message_at timestamptz, state "ParticipantState",
    read_number int, muted boolean, pinned boolean, archived boolean, unread int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  scope jsonb := app_scope();
  company uuid := scope ->> 'companyId';
  me uuid := scope ->> 'memberId';
  blocked uuid[] := ARRAY(SELECT blocked_id FROM chat_blocks WHERE company_id = company AND blocker_id = me);
BEGIN
  RETURN QUERY SELECT t.id, t.kind, t.name, t.picture_id, t.last_number, t.last_message_at::timestamptz, p.state,
      coalesce(c.read_number, 0), coalesce(c.muted, false), c.pinned_at IS NOT NULL, c.archived_at IS NOT NULL,
      CASE WHEN p.state = 'ACTIVE' AND t.last_number > c.read_number THEN t.last_number - c.read_number - (
        SELECT count(*)::int FROM chat_messages m
          WHERE m.company_id = c.company_id AND m.thread_id = c.thread_id AND m.number > c.read_number AND m.deleted_at IS NOT NULL)
        -- Deleted lines have an index of their own; most have blocked nobody, and so no more is read.
        - CASE WHEN t.direct_key IS NULL AND blocked <> '{}' THEN (SELECT count(*)::int FROM chat_messages m
          WHERE m.company_id = c.company_id AND m.thread_id = c.thread_id AND m.number > c.read_number AND m.deleted_at IS NULL
            AND m.author_id = ANY (blocked)) ELSE 0 END
      ELSE 0 END
    FROM chat_participants p
    JOIN chat_threads t ON t.company_id = p.company_id AND t.id = p.thread_id
    LEFT JOIN chat_places c ON c.company_id = p.company_id AND c.thread_id = p.thread_id AND c.member_id = p.member_id
    WHERE p.company_id = company AND p.member_id = me AND p.state IN ('ACTIVE', 'ASKED');
END $$;
GRANT EXECUTE ON FUNCTION own_places TO okaeri_app;
