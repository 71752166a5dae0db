CREATE POLICY company ON feed_events FOR SELECT TO okaeri_app USING (company_id = (SELECT app_company_id()));
-- A line tells what its member did, who writes it.
CREATE POLICY own_insert ON feed_events FOR INSERT TO okaeri_app
  WITH CHECK (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()));
GRANT SELECT, INSERT ON feed_events TO okaeri_app;
