CREATE POLICY own_account ON users TO okaeri_app USING (id = (SELECT app_user_id()));
-- Whose mail address somebody typed to sign in.
CREATE POLICY addressed ON users FOR SELECT TO okaeri_app USING (email = (SELECT app_email()));
GRANT SELECT, UPDATE (locale, time_zone, color_scheme) ON users TO okaeri_app;
GRANT SELECT ON users TO okaeri_lookup;
