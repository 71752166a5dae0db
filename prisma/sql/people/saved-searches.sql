CREATE POLICY own_searches ON saved_searches TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()));
GRANT SELECT, INSERT, UPDATE (name, opened_at), DELETE ON saved_searches TO okaeri_app;
