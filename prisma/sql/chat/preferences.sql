CREATE POLICY own_preferences ON chat_preferences TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()));
GRANT SELECT, INSERT, UPDATE ON chat_preferences TO okaeri_app;
GRANT SELECT ON chat_preferences TO okaeri_lookup;
