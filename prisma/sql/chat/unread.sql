-- The threads in which the member has a place, and how many lines of each are unread: those after the read mark that were not deleted; of a
-- request, none before it is answered. The one rule of what is unread: `calling_lines` (calls.sql) picks from these lines, too. With the
-- caller's rights, and inlined by the planner.
CREATE FUNCTION unread_places() RETURNS TABLE (thread_id uuid, state "ParticipantState", muted boolean, archived boolean, last_number int, unread int)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT c.thread_id, p.state, c.muted, c.archived_at IS NOT NULL, t.last_number,
      CASE WHEN p.state = 'ACTIVE' AND t.last_number > c.read_number THEN t.last_number - c.read_number - (
        SELECT count(*)::int FROM chat_messages m
          WHERE m.company_id = c.company_id AND m.thread_id = c.thread_id AND m.number > c.read_number AND m.deleted_at IS NOT NULL)
      ELSE 0 END
    FROM chat_places c
    JOIN chat_threads t ON t.company_id = c.company_id AND t.id = c.thread_id
    JOIN chat_participants p ON p.company_id = c.company_id AND p.thread_id = c.thread_id AND p.member_id = c.member_id
    WHERE c.company_id = (SELECT app_company_id()) AND c.member_id = (SELECT app_member_id());
END;
GRANT EXECUTE ON FUNCTION unread_places TO okaeri_app;
