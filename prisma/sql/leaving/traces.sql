-- How much there is of the caller in their company: what goes when they leave, and what stays of them.
CREATE FUNCTION own_traces() RETURNS TABLE (last_owner boolean, photo boolean, feed_lines int, feed_reactions int, searches int, blocks int, unsent_files int,
    lines int, conversations int, files int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
  -- Of a change each kind of viewer has a line: one for its owner.
  changes int;
BEGIN
  last_owner := EXISTS (SELECT FROM members m WHERE m.company_id = company AND m.id = me AND m.role = 'OWNER')
    AND NOT EXISTS (SELECT FROM members m WHERE m.company_id = company AND m.id <> me AND m.role = 'OWNER' AND m.status = 'ACTIVE');
  photo := EXISTS (SELECT FROM profiles p WHERE p.company_id = company AND p.member_id = me AND p.photo_id IS NOT NULL);
  SELECT count(*) FILTER (WHERE e.viewer_kind IS NULL), count(DISTINCT e.occurred_at) FILTER (WHERE e.viewer_kind IS NOT NULL) INTO feed_lines, changes
    FROM feed_events e WHERE e.company_id = company AND e.member_id = me;
  feed_lines := feed_lines + changes;
  SELECT count(*) INTO feed_reactions FROM feed_reactions r WHERE r.company_id = company AND r.member_id = me;
  SELECT count(*) INTO searches FROM saved_searches s WHERE s.company_id = company AND s.member_id = me;
  SELECT count(*) INTO blocks FROM chat_blocks b WHERE b.company_id = company AND b.blocker_id = me;
  SELECT count(*) INTO unsent_files FROM files f WHERE f.company_id = company AND f.uploader_id = me AND f.domain = 'CHAT' AND f.given_at IS NULL;
  -- Those that somebody else reads: see end_membership.
  WITH kept AS (SELECT p.thread_id FROM chat_participants p WHERE p.company_id = company AND p.member_id = me
      AND EXISTS (SELECT FROM chat_participants o WHERE o.company_id = company AND o.thread_id = p.thread_id AND o.member_id <> me AND o.state = 'ACTIVE')),
    said AS (SELECT m.thread_id, m.number FROM chat_messages m WHERE m.company_id = company AND m.thread_id = ANY (ARRAY(SELECT thread_id FROM kept))
      AND m.author_id = me AND m.kind = 'TEXT' AND m.deleted_at IS NULL)
  SELECT count(*), count(DISTINCT said.thread_id),
      (SELECT count(*) FROM said s JOIN chat_files f ON f.company_id = company AND f.thread_id = s.thread_id AND f.number = s.number)
    INTO lines, conversations, files FROM said;
  RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION own_traces TO okaeri_app;
