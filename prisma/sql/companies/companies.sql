CREATE POLICY company ON companies TO okaeri_app USING (id = (SELECT app_company_id()));
CREATE POLICY own_companies ON companies FOR SELECT TO okaeri_app
  USING (id = ANY (ARRAY(SELECT company_id FROM members WHERE user_id = (SELECT app_user_id()))));
GRANT SELECT ON companies TO okaeri_app, okaeri_lookup;

-- The doors of active companies that want to be found by exactly one of these; there is no list of the companies of an installation.
CREATE FUNCTION find_company_doors(keys text[]) RETURNS TABLE (slug text, name text, name_en text, accent_hue int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT c.slug, c.name, c.name_en, c.accent_hue FROM companies c
    WHERE c.status = 'ACTIVE' AND c.door_keys && keys
    ORDER BY c.slug LIMIT 5;
END;
GRANT EXECUTE ON FUNCTION find_company_doors TO okaeri_app;
