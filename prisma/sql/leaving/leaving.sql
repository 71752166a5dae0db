-- Leaving a company's network, and deleting an account. What tells who somebody is goes, in one transaction; of the member stays a row without an
-- account, a role and a profile, for the lines, files and reactions that are in others' conversations. They stand there under nobody's name.
GRANT UPDATE (status, role, user_id, joined_at) ON members TO okaeri_lookup;
GRANT DELETE ON chat_threads, chat_files, profiles, search_docs TO okaeri_lookup;
GRANT SELECT, DELETE ON chat_preferences, saved_searches, feed_marks TO okaeri_lookup;

-- Whether the company would be without an owner. Of two who leave at once the second waits for the first.
CREATE FUNCTION is_last_owner(own members) RETURNS boolean LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF own.role <> 'OWNER' OR own.status <> 'ACTIVE' THEN
    RETURN false;
  END IF;
  PERFORM FROM members m WHERE m.company_id = own.company_id AND m.role = 'OWNER' AND m.status = 'ACTIVE' ORDER BY m.id FOR NO KEY UPDATE;
  RETURN NOT EXISTS (SELECT FROM members m
    WHERE m.company_id = own.company_id AND m.role = 'OWNER' AND m.status = 'ACTIVE' AND m.id <> own.id);
END $$;

-- Says in a group that the caller leaves it, and leaves it.
CREATE FUNCTION leave_group_aloud(thread uuid) RETURNS void LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  advanced chat_threads;
BEGIN
  UPDATE chat_threads t SET last_number = t.last_number + 1, revision = t.revision + 1, last_message_at = clock_timestamp()
    WHERE t.company_id = company AND t.id = thread RETURNING * INTO advanced;
  INSERT INTO chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, kind, text, notice)
    VALUES (company, thread, advanced.last_number, advanced.revision, gen_random_uuid(), app_member_id(), gen_random_uuid(), 'NOTICE', '', '{"type": "left"}');
  PERFORM pass_notice(thread, advanced.last_number);
  PERFORM leave_group(thread, app_member_id());
  PERFORM pg_notify('okaeri', json_build_object('type', 'thread:changed', 'companyId', company, 'threadId', thread,
    'from', advanced.revision - 1, 'to', advanced.revision)::text);
END $$;

-- Ends what a member is in their company. Returns the files whose bytes nobody is to have any more. The transaction is in the member's scope from then on.
-- Threads come first, in the order in which messages take them; then the member, which waits for whoever puts them into a group just now.
CREATE FUNCTION end_membership(own members) RETURNS uuid[] LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := own.company_id;
  me uuid := own.id;
  own_threads uuid[];
  empty_threads uuid[];
  lost uuid[];
  thread uuid;
BEGIN
  PERFORM seal_member(own);
  PERFORM lock_own_profile();
  own_threads := ARRAY(SELECT t.id FROM chat_threads t
    WHERE t.company_id = company AND t.id = ANY (ARRAY(SELECT p.thread_id FROM chat_participants p WHERE p.company_id = company AND p.member_id = me))
    ORDER BY t.id FOR NO KEY UPDATE);
  UPDATE members m SET status = 'LEFT', role = 'MEMBER', user_id = NULL, joined_at = NULL, welcomed_at = NULL WHERE m.company_id = company AND m.id = me;

  FOR thread IN SELECT p.thread_id FROM chat_participants p JOIN chat_threads t ON t.company_id = p.company_id AND t.id = p.thread_id
      WHERE p.company_id = company AND p.member_id = me AND p.state = 'ACTIVE' AND t.direct_key IS NULL ORDER BY p.thread_id LOOP
    PERFORM leave_group_aloud(thread);
  END LOOP;
  UPDATE chat_participants p SET state = 'LEFT', role = 'MEMBER', asked_by = NULL, declined = false, state_before_block = NULL
    WHERE p.company_id = company AND p.member_id = me;
  UPDATE chat_participants p SET asked_by = NULL WHERE p.company_id = company AND p.thread_id = ANY (own_threads) AND p.asked_by = me;

  -- Conversations that nobody reads any more: of two of whom the other never agreed, or has left as well, and groups without anybody.
  empty_threads := ARRAY(SELECT t.id FROM chat_threads t WHERE t.company_id = company AND t.id = ANY (own_threads)
    AND (t.direct_key IS NOT NULL AND t.last_number = 0 OR NOT EXISTS (SELECT FROM chat_participants p
      WHERE p.company_id = company AND p.thread_id = t.id AND p.state = 'ACTIVE')));
  lost := ARRAY(
    SELECT f.file_id FROM chat_files f WHERE f.company_id = company AND f.thread_id = ANY (empty_threads)
    UNION SELECT f.id FROM files f WHERE f.company_id = company AND f.uploader_id = me AND f.given_at IS NULL
    UNION SELECT f.id FROM files f WHERE f.company_id = company AND f.uploader_id = me AND f.domain IN ('PHOTO', 'TAKEOUT'));
  DELETE FROM chat_files f WHERE f.company_id = company AND f.thread_id = ANY (empty_threads);
  DELETE FROM notifications n WHERE n.company_id = company AND (n.member_id = me OR n.kind = 'CHAT' AND n.subject = ANY (empty_threads));
  DELETE FROM chat_threads t WHERE t.company_id = company AND t.id = ANY (empty_threads);

  DELETE FROM chat_places p WHERE p.company_id = company AND p.member_id = me;
  DELETE FROM chat_preferences p WHERE p.company_id = company AND p.member_id = me;
  -- Who blocked them goes on finding their lines folded.
  DELETE FROM chat_blocks b WHERE b.company_id = company AND b.blocker_id = me;
  DELETE FROM saved_searches s WHERE s.company_id = company AND s.member_id = me;
  DELETE FROM saved_search_people f WHERE f.company_id = company AND f.member_id = me;
  DELETE FROM rehire_contacts r WHERE r.company_id = company AND me IN (r.member_id, r.contact_id);
  DELETE FROM corrections c WHERE c.company_id = company AND c.member_id = me;
  -- In one order: of two who looked at each other and leave, none waits for the other in a circle.
  PERFORM FROM audit_entries a WHERE a.company_id = company AND me IN (a.subject_id, a.actor_id) ORDER BY a.id FOR UPDATE;
  DELETE FROM audit_entries a WHERE a.company_id = company AND a.subject_id = me;
  -- That somebody looked stays, for whom they looked at.
  UPDATE audit_entries a SET actor_id = NULL WHERE a.company_id = company AND a.actor_id = me;
  DELETE FROM feed_reactions r WHERE r.company_id = company AND r.member_id = me;
  DELETE FROM feed_events e WHERE e.company_id = company AND e.member_id = me;
  DELETE FROM feed_marks k WHERE k.company_id = company AND k.member_id = me;
  DELETE FROM long_work w WHERE w.company_id = company AND w.member_id = me;
  DELETE FROM search_docs d WHERE d.company_id = company AND d.member_id = me;
  DELETE FROM profiles p WHERE p.company_id = company AND p.member_id = me;
  -- HR's record of them too: who leaves is not asked again.
  PERFORM refuse_leaver(company, l.id) FROM leavers l WHERE l.company_id = company AND l.member_id = me;
  -- What nobody has any more would still tell what somebody had. Who changes one at this moment counts on.
  DELETE FROM facet_counts c WHERE c.company_id = company AND c.people = 0 AND (c.viewer_kind, c.facet, c.kind) IN (
    SELECT f.viewer_kind, f.facet, f.kind FROM facet_counts f WHERE f.company_id = company AND f.people = 0 FOR UPDATE SKIP LOCKED);
  DELETE FROM files f WHERE f.company_id = company AND f.id = ANY (lost);
  RETURN lost;
END $$;

-- The caller leaves their company. `last_owner`, and nothing done: there would be no owner left. Returns the files whose bytes are to go.
CREATE FUNCTION leave_company() RETURNS TABLE (last_owner boolean, files uuid[])
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own members;
BEGIN
  SELECT m.* INTO own FROM members m WHERE m.company_id = app_company_id() AND m.id = app_member_id() AND m.status = 'ACTIVE';
  IF NOT FOUND THEN
    RETURN;
  END IF;
  last_owner := is_last_owner(own);
  files := CASE WHEN last_owner THEN '{}' ELSE end_membership(own) END;
  RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION leave_company TO okaeri_app;

-- Nothing more is kept of who has left, nor are they put into a conversation: who began before they left finds here, after waiting for them, that they are
-- gone. The argument names the column of the member.
CREATE FUNCTION pass_over_former() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  stands "MemberStatus";
BEGIN
  SELECT m.status INTO stands FROM members m WHERE m.company_id = new.company_id AND m.id = (to_jsonb(new) ->> TG_ARGV[0])::uuid FOR KEY SHARE;
  IF stands = 'LEFT' THEN
    RETURN NULL;
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER pass_over_former BEFORE INSERT ON chat_participants FOR EACH ROW EXECUTE FUNCTION pass_over_former('member_id');
CREATE TRIGGER pass_over_former BEFORE INSERT ON chat_preferences FOR EACH ROW EXECUTE FUNCTION pass_over_former('member_id');
CREATE TRIGGER pass_over_former BEFORE INSERT ON chat_blocks FOR EACH ROW EXECUTE FUNCTION pass_over_former('blocker_id');
CREATE TRIGGER pass_over_former BEFORE INSERT ON saved_searches FOR EACH ROW EXECUTE FUNCTION pass_over_former('member_id');
CREATE TRIGGER pass_over_former BEFORE INSERT ON feed_marks FOR EACH ROW EXECUTE FUNCTION pass_over_former('member_id');

-- Those who see somebody's name hear that they are gone.
CREATE FUNCTION tell_member_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('okaeri', json_build_object('type', 'member:left', 'companyId', new.company_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_member_left AFTER UPDATE OF status ON members FOR EACH ROW
  WHEN (new.status = 'LEFT' AND old.status <> 'LEFT') EXECUTE FUNCTION tell_member_left();
