CREATE POLICY company ON profiles TO okaeri_app USING (company_id = (SELECT app_company_id()));
GRANT SELECT ON profiles TO okaeri_app, okaeri_lookup;
