CREATE POLICY own_sessions ON sessions FOR SELECT TO okaeri_app USING (user_id = (SELECT app_user_id()));
CREATE POLICY own_renewal ON sessions FOR UPDATE TO okaeri_app USING (user_id = (SELECT app_user_id()));
CREATE POLICY own_end ON sessions FOR DELETE TO okaeri_app USING (user_id = (SELECT app_user_id()));
-- A session is made by a process that has seen the proof, never by anyone who has a session already.
CREATE POLICY signed_in ON sessions FOR INSERT TO okaeri_app
  WITH CHECK (user_id = (SELECT app_user_id()) AND (SELECT app_process()) = 'sign-in');
GRANT SELECT, INSERT, DELETE, UPDATE (last_seen_at, expires_at) ON sessions TO okaeri_app;
GRANT SELECT, DELETE ON sessions TO okaeri_lookup;

-- The living session of a token, with its account.
CREATE FUNCTION find_session(hash bytea) RETURNS TABLE (
    id uuid, user_id uuid, last_seen_at timestamptz, expires_at timestamptz,
    email text, locale text, time_zone text, color_scheme "ColorScheme", sample boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT s.id, s.user_id, s.last_seen_at, s.expires_at, u.email, u.locale, u.time_zone, u.color_scheme, u.sample
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token_hash = hash AND s.expires_at > now();
END;
GRANT EXECUTE ON FUNCTION find_session TO okaeri_app;
