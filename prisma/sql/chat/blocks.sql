CREATE POLICY own_blocks ON chat_blocks FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND blocker_id = (SELECT app_member_id()));
GRANT SELECT ON chat_blocks TO okaeri_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON chat_blocks TO okaeri_lookup;

-- Whose lines are folded for the caller in groups: those whom the caller blocked.
CREATE FUNCTION blocked_by_caller() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT ARRAY(SELECT blocked_id FROM chat_blocks WHERE company_id = (SELECT app_company_id()) AND blocker_id = (SELECT app_member_id()));
END;

-- Whose lines are folded for the caller in that conversation: of a group that is theirs those, of one of two nobody.
CREATE FUNCTION folded_in(thread uuid) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  scope jsonb := app_scope();
  company uuid := scope ->> 'companyId';
  me uuid := scope ->> 'memberId';
BEGIN
  RETURN ARRAY(SELECT b.blocked_id FROM chat_participants p JOIN chat_threads t ON t.company_id = company AND t.id = thread AND t.direct_key IS NULL
    JOIN chat_blocks b ON b.company_id = company AND b.blocker_id = me WHERE p.company_id = company AND p.thread_id = thread AND p.member_id = me);
END $$;
GRANT EXECUTE ON FUNCTION blocked_by_caller, folded_in TO okaeri_app;

-- Blocks of two people, and conversations of the two, are made one after the other. Within the caller's company.
CREATE FUNCTION lock_pair(one uuid, other uuid) RETURNS void LANGUAGE sql VOLATILE
BEGIN ATOMIC
  SELECT pg_advisory_xact_lock(hashtextextended((SELECT app_company_id()) || ' ' || least(one, other) || ':' || greatest(one, other), 22));
END;

-- The rows of their conversation, and of the groups into which `other` asked `one`, come next, as wherever somebody's part in a thread changes: a
-- message that is being sent comes before the block, and none after it. In the order in which messages take them.
CREATE FUNCTION lock_threads_between(one uuid, other uuid) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM FROM chat_threads t WHERE t.company_id = app_company_id() AND (t.direct_key = least(one, other) || ':' || greatest(one, other)
      OR t.id = ANY (ARRAY(SELECT p.thread_id FROM chat_participants p WHERE p.company_id = app_company_id() AND p.member_id = one AND p.asked_by = other)))
    ORDER BY t.id FOR NO KEY UPDATE;
END $$;

-- Keeps another member from writing to the caller, and from reading what the two wrote. In groups that both are in the two do not stand for
-- each other (stands_for).
CREATE FUNCTION block_member(other uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
BEGIN
  IF me = other OR NOT EXISTS (SELECT FROM members WHERE company_id = company AND id = other) THEN
    RETURN false;
  END IF;
  PERFORM lock_pair(me, other);
  PERFORM lock_threads_between(me, other);
  INSERT INTO chat_blocks (company_id, blocker_id, blocked_id) VALUES (company, me, other) ON CONFLICT DO NOTHING;
  UPDATE chat_participants p SET state = CASE WHEN p.member_id = other THEN 'BARRED' ELSE 'DECLINED' END::"ParticipantState",
      state_before_block = CASE WHEN p.member_id = other THEN p.state END
    FROM chat_threads t
    WHERE t.company_id = company AND t.direct_key = least(me, other) || ':' || greatest(me, other)
      AND p.company_id = company AND p.thread_id = t.id
      AND (p.member_id = other AND p.state <> 'BARRED' OR p.member_id = me AND p.state = 'ASKED');
  -- Into a group one is asked no longer, of which nobody is told, as of any refusal.
  UPDATE chat_participants p SET state = 'DECLINED', state_before_block = 'ASKED' FROM chat_threads t
    WHERE p.company_id = company AND p.member_id = me AND p.asked_by = other AND p.state = 'ASKED'
      AND t.company_id = company AND t.id = p.thread_id AND t.direct_key IS NULL;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION block_member TO okaeri_app;

-- Lets a member whom the caller blocked write again: consent is what it was before the block, and into groups one is asked again.
CREATE FUNCTION unblock_member(other uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
BEGIN
  PERFORM lock_pair(me, other);
  PERFORM lock_threads_between(me, other);
  DELETE FROM chat_blocks WHERE company_id = company AND blocker_id = me AND blocked_id = other;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE chat_participants p SET state = coalesce(p.state_before_block, 'ACTIVE'), state_before_block = NULL FROM chat_threads t
    WHERE t.company_id = company AND t.direct_key = least(me, other) || ':' || greatest(me, other)
      AND p.company_id = company AND p.thread_id = t.id AND p.member_id = other AND p.state = 'BARRED';
  UPDATE chat_participants p SET state = 'ASKED', state_before_block = NULL
    WHERE p.company_id = company AND p.member_id = me AND p.asked_by = other AND p.state = 'DECLINED' AND p.state_before_block = 'ASKED';
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION unblock_member TO okaeri_app;
