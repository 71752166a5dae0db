CREATE POLICY own_account ON users TO okaeri_app USING (id = app_user_id());
GRANT SELECT, UPDATE (locale, time_zone, color_scheme) ON users TO okaeri_app;
GRANT SELECT ON users TO okaeri_lookup;

-- The account of a mail address, for the one who is about to be sent a mail there.
CREATE FUNCTION find_account(address text) RETURNS TABLE (id uuid, locale text, sample boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT u.id, u.locale, u.sample FROM users u WHERE u.email = address;
END;
GRANT EXECUTE ON FUNCTION find_account TO okaeri_app;
