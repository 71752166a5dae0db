CREATE POLICY own_account ON users TO okaeri_app USING (id = (SELECT app_user_id()));
-- Whose mail address somebody typed to sign in.
CREATE POLICY addressed ON users FOR SELECT TO okaeri_app USING (email = (SELECT app_email()));
-- A newcomer's, in the transaction that takes the mail which proves the address.
CREATE POLICY newcomer ON users FOR INSERT TO okaeri_app WITH CHECK (email = (SELECT app_email()) AND EXISTS (
  SELECT FROM sign_ins s WHERE s.email = users.email AND s.newcomer_locale = users.locale AND s.used_at >= now() - interval '1 second'));
GRANT INSERT (id, email, locale) ON users TO okaeri_app;
GRANT SELECT, UPDATE (locale, time_zone, color_scheme) ON users TO okaeri_app;
GRANT SELECT ON users TO okaeri_lookup;
