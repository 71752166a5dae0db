-- PostgreSQL asks them from the last name to the first, and no further once one holds: of a colleague whether they are of the company, first.
CREATE POLICY account ON members FOR SELECT TO okaeri_app USING (user_id = (SELECT app_user_id()));
CREATE POLICY company ON members FOR SELECT TO okaeri_app USING (company_id = (SELECT app_company_id()));
-- An invited member comes in, once. Nobody ends their own suspension, or anything else that somebody decided about them.
CREATE POLICY own_joining ON members FOR UPDATE TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND id = (SELECT app_member_id()) AND status = 'INVITED')
  WITH CHECK (company_id = (SELECT app_company_id()) AND id = (SELECT app_member_id()) AND status = 'ACTIVE');
GRANT SELECT, UPDATE (status, joined_at) ON members TO okaeri_app;
GRANT SELECT ON members TO okaeri_lookup;
