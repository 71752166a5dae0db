-- Puts others into a group of the caller's, strangers only once they consent; tells who came in or was asked. At most 1,000 belong to
-- one; members of no standing and those whom the caller does not find are passed over. Who once declined is not asked again: to
-- anyone who asks it looks as if they were.
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
      AND (p.state IS NULL OR p.state = 'LEFT') AND findable_by_caller(m.id)
    ORDER BY m.id LIMIT greatest(room, 0)
  ), put AS (
    INSERT INTO chat_participants AS c (company_id, thread_id, member_id, state, asked_by)
    SELECT company, thread, n.id, n.state, me FROM newcomers n
    ON CONFLICT (company_id, thread_id, member_id) DO UPDATE SET state = excluded.state, asked_by = excluded.asked_by,
      role = 'MEMBER', joined_at = now()
    RETURNING c.member_id
  )
  SELECT coalesce(array_agg(member_id), '{}') INTO added FROM put;
  -- What was written before one came is not news.
  INSERT INTO chat_places (company_id, thread_id, member_id, read_number)
    SELECT company, thread, newcomer, t.last_number FROM chat_threads t, unnest(added) newcomer
    WHERE t.company_id = company AND t.id = thread
    ON CONFLICT DO NOTHING;
  RETURN added;
END $$;
GRANT EXECUTE ON FUNCTION add_to_group TO okaeri_app;

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
GRANT EXECUTE ON FUNCTION start_group TO okaeri_app;

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
  -- Who is asked again is told again.
  DELETE FROM notifications WHERE company_id = company AND member_id = member AND kind = 'CHAT' AND subject = thread;
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
GRANT EXECUTE ON FUNCTION leave_group TO okaeri_app;

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
GRANT EXECUTE ON FUNCTION set_group_role TO okaeri_app;

-- Whether one of the group's admins has blocked the caller: an admin decides who is in it, and for whom its link leads nowhere.
CREATE FUNCTION kept_out(thread uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM chat_blocks b JOIN chat_participants p ON p.company_id = b.company_id AND p.thread_id = thread
      AND p.member_id = b.blocker_id AND p.state = 'ACTIVE' AND p.role = 'ADMIN'
    WHERE b.company_id = (SELECT app_company_id()) AND b.blocked_id = (SELECT app_member_id()))
    AND NOT belongs(thread);
END;

-- What somebody with a group's link sees before joining.
CREATE FUNCTION peek_group(token text) RETURNS TABLE (id uuid, name text, members int, inside boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT t.id, t.name, (SELECT count(*) FROM chat_participants p WHERE p.company_id = t.company_id AND p.thread_id = t.id AND p.state = 'ACTIVE'
        AND (p.member_id <> ALL ((SELECT parted_from_caller())::uuid[]) OR stands_for_caller(p.thread_id, p.member_id)))::int,
      EXISTS (SELECT FROM chat_participants p WHERE p.company_id = t.company_id AND p.thread_id = t.id AND p.member_id = (SELECT app_member_id()) AND p.state = 'ACTIVE')
    FROM chat_threads t WHERE t.company_id = (SELECT app_company_id()) AND t.join_token = token AND NOT kept_out(t.id);
END;
GRANT EXECUTE ON FUNCTION peek_group TO okaeri_app;

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
  IF me IS NULL OR thread.id IS NULL OR kept_out(thread.id) THEN
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
    INSERT INTO chat_places (company_id, thread_id, member_id, read_number) VALUES (company, thread.id, me, thread.last_number)
      ON CONFLICT DO NOTHING;
  END IF;
  id := thread.id;
END $$;
GRANT EXECUTE ON FUNCTION join_group TO okaeri_app;

-- How many belong to a thread of the member's, or to one that asks for the member's consent, as far as they stand for the member.
CREATE FUNCTION count_members(thread uuid) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT count(*)::int FROM chat_participants p WHERE p.company_id = (SELECT app_company_id()) AND p.thread_id = thread AND p.state = 'ACTIVE'
    AND (p.member_id <> ALL ((SELECT parted_from_caller())::uuid[]) OR stands_for_caller(p.thread_id, p.member_id))
    AND EXISTS (SELECT FROM chat_participants o WHERE o.company_id = p.company_id AND o.thread_id = thread
      AND o.member_id = (SELECT app_member_id()) AND o.state IN ('ACTIVE', 'ASKED'));
END;
GRANT EXECUTE ON FUNCTION count_members TO okaeri_app;

-- Only admins change what a group is called, how it looks and who may join.
CREATE FUNCTION require_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app_member_id() IS NOT NULL AND NOT administers(old.id) AND current_user <> 'okaeri_lookup' THEN
    RAISE EXCEPTION 'only admins change a group' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER require_admin BEFORE UPDATE OF name, picture_id, join_token ON chat_threads FOR EACH ROW EXECUTE FUNCTION require_admin();
