CREATE POLICY own_membership ON members FOR SELECT TO okaeri_app USING (user_id = (SELECT app_user_id()));
CREATE POLICY company ON members FOR SELECT TO okaeri_app USING (company_id = (SELECT app_company_id()));
CREATE POLICY own_status ON members FOR UPDATE TO okaeri_app USING (company_id = (SELECT app_company_id()) AND id = (SELECT app_member_id()));
GRANT SELECT, UPDATE (status, joined_at) ON members TO okaeri_app;
GRANT SELECT ON members TO okaeri_lookup;
