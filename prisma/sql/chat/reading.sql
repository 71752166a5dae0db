-- Who may read and change which conversation: the company and the member. HR is nobody special, and nobody puts themselves into a thread.

-- The threads that the member may read: those one belongs to, and the direct ones that ask for one's consent.
CREATE FUNCTION readable_threads() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  scope jsonb := app_scope();
  company uuid := scope ->> 'companyId';
  me uuid := scope ->> 'memberId';
BEGIN
  RETURN QUERY SELECT p.thread_id FROM chat_participants p
    WHERE p.company_id = company AND p.member_id = me AND (p.state = 'ACTIVE'
      OR p.state = 'ASKED' AND EXISTS (SELECT FROM chat_threads t
        WHERE t.company_id = p.company_id AND t.id = p.thread_id AND t.direct_key IS NOT NULL));
END $$;
GRANT EXECUTE ON FUNCTION readable_threads TO okaeri_app;

-- Whether the member may read this one.
CREATE FUNCTION participates(thread uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM chat_participants p
    WHERE p.company_id = (SELECT app_company_id()) AND p.thread_id = thread AND p.member_id = (SELECT app_member_id()) AND (p.state = 'ACTIVE'
      OR p.state = 'ASKED' AND EXISTS (SELECT FROM chat_threads t
        WHERE t.company_id = p.company_id AND t.id = p.thread_id AND t.direct_key IS NOT NULL)));
END;
GRANT EXECUTE ON FUNCTION participates TO okaeri_app;

-- Whether the member belongs to it, and so may change it.
CREATE FUNCTION belongs(thread uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM chat_participants
    WHERE company_id = (SELECT app_company_id()) AND thread_id = thread AND member_id = (SELECT app_member_id()) AND state = 'ACTIVE');
END;
GRANT EXECUTE ON FUNCTION belongs TO okaeri_app;

-- Whether the member is an admin of this group.
CREATE FUNCTION administers(thread uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM chat_participants p JOIN chat_threads t ON t.company_id = p.company_id AND t.id = p.thread_id
    WHERE p.company_id = (SELECT app_company_id()) AND p.thread_id = thread AND p.member_id = (SELECT app_member_id()) AND p.state = 'ACTIVE'
      AND p.role = 'ADMIN' AND t.direct_key IS NULL);
END;
GRANT EXECUTE ON FUNCTION administers TO okaeri_app;

-- Whom a block parts from the member is asked for once; only for those it is looked whether they stand there.
CREATE POLICY participant ON chat_participants FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND (member_id = (SELECT app_member_id()) AND state IN ('ACTIVE', 'ASKED')
    OR thread_id = ANY (ARRAY(SELECT readable_threads()))
      AND (member_id <> ALL ((SELECT parted_from_caller())::uuid[]) OR stands_for_caller(thread_id, member_id))));
GRANT SELECT ON chat_participants TO okaeri_app;
GRANT SELECT, INSERT, UPDATE ON chat_participants TO okaeri_lookup;

-- An array, here as elsewhere: by its members rows are looked up, where a condition with IN goes through all rows of the company.
CREATE POLICY participant ON chat_threads FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND id = ANY (ARRAY(SELECT thread_id FROM chat_participants
    WHERE company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()) AND state IN ('ACTIVE', 'ASKED'))));
CREATE POLICY belonging ON chat_threads FOR UPDATE TO okaeri_app USING (company_id = (SELECT app_company_id()) AND belongs(id));
GRANT SELECT, UPDATE (last_number, last_message_at, revision, name, picture_id, join_token) ON chat_threads TO okaeri_app;
GRANT SELECT, INSERT, UPDATE ON chat_threads TO okaeri_lookup;

-- IS TRUE: of a thread that is named its lines are looked up, and not each of them by all threads that one may read. Whoever looks through
-- all of these names them, too.
CREATE POLICY participant ON chat_messages FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND (thread_id = ANY (ARRAY(SELECT readable_threads()))) IS TRUE);
-- What somebody says comes by send_messages; what they did to the thread is told by the one who did it.
CREATE POLICY own_notice ON chat_messages FOR INSERT TO okaeri_app
  WITH CHECK (company_id = (SELECT app_company_id()) AND author_id = (SELECT app_member_id()) AND belongs(thread_id) AND kind = 'NOTICE');
CREATE POLICY own_words ON chat_messages FOR UPDATE TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND author_id = (SELECT app_member_id()) AND belongs(thread_id));
GRANT SELECT, INSERT, UPDATE (text, folded, mentions, edited_at, deleted_at) ON chat_messages TO okaeri_app;
GRANT SELECT, INSERT, UPDATE ON chat_messages TO okaeri_lookup;

CREATE POLICY own_place ON chat_places TO okaeri_app USING (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()));
GRANT SELECT, UPDATE (read_number, muted, pinned_at, archived_at) ON chat_places TO okaeri_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON chat_places TO okaeri_lookup;
