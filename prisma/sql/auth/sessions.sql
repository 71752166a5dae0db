CREATE POLICY own_sessions ON sessions TO okaeri_app USING (user_id = app_user_id());
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
