CREATE POLICY asked ON sign_ins TO okaeri_app USING (email = (SELECT app_email()) OR link_hash = (SELECT app_link_hash()));
GRANT SELECT, INSERT, UPDATE (attempts, used_at) ON sign_ins TO okaeri_app;
GRANT SELECT, DELETE ON sign_ins TO okaeri_lookup;
