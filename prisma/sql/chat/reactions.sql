CREATE POLICY participant ON chat_reactions FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND (thread_id = ANY (ARRAY(SELECT readable_threads()))) IS TRUE
    AND (member_id <> ALL ((SELECT parted_from_caller())::uuid[]) OR stands_for_caller(thread_id, member_id)));
CREATE POLICY own_insert ON chat_reactions FOR INSERT TO okaeri_app
  WITH CHECK (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()) AND belongs(thread_id));
CREATE POLICY own_delete ON chat_reactions FOR DELETE TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()) AND belongs(thread_id));
GRANT SELECT, INSERT, DELETE ON chat_reactions TO okaeri_app;
