CREATE POLICY own_sessions ON sessions FOR SELECT TO okaeri_app USING (user_id = (SELECT app_user_id()));
CREATE POLICY own_renewal ON sessions FOR UPDATE TO okaeri_app USING (user_id = (SELECT app_user_id()));
CREATE POLICY own_end ON sessions FOR DELETE TO okaeri_app USING (user_id = (SELECT app_user_id()));
-- A session is made by a process that has seen the proof, never by anyone who has a session already.
CREATE POLICY signed_in ON sessions FOR INSERT TO okaeri_app
  WITH CHECK (user_id = (SELECT app_user_id()) AND (SELECT app_process()) = 'sign-in');
GRANT SELECT, INSERT, DELETE, UPDATE (last_seen_at, expires_at) ON sessions TO okaeri_app;
GRANT SELECT, DELETE ON sessions TO okaeri_lookup;

-- The living session of a token, with its account, and where that belongs to or is invited: in active companies, by their names.
CREATE FUNCTION find_session(hash bytea) RETURNS TABLE (
    id uuid, user_id uuid, expires_at timestamptz, email text, locale text, time_zone text, color_scheme "ColorScheme", sample boolean,
    memberships json)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT s.id, s.user_id, s.expires_at, u.email, u.locale, u.time_zone, u.color_scheme, u.sample,
      (SELECT coalesce(json_agg(json_build_object('companyId', c.id, 'memberId', m.id, 'status', m.status, 'kind', m.kind, 'role', m.role, 'welcomed', m.welcomed_at IS NOT NULL,
          'slug', c.slug, 'name', c.name, 'nameEn', c.name_en, 'accentHue', c.accent_hue) ORDER BY c.name, c.id), '[]')
        FROM members m JOIN companies c ON c.id = m.company_id
        WHERE m.user_id = s.user_id AND m.status IN ('ACTIVE', 'INVITED') AND c.status = 'ACTIVE')
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token_hash = hash AND s.expires_at > now();
END;
GRANT EXECUTE ON FUNCTION find_session TO okaeri_app;
