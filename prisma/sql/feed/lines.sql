CREATE POLICY company ON feed_events TO okaeri_app USING (company_id = (SELECT app_company_id()));
GRANT SELECT, INSERT ON feed_events TO okaeri_app;
