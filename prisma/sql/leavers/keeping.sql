-- What a company keeps leavers' records for is for all its members to know and for HR to write, each time a version more; for how long, for HR.
CREATE POLICY company ON company_purposes FOR SELECT TO okaeri_app USING (company_id = (SELECT app_company_id()));
CREATE POLICY of_hr ON leaver_expiries FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND (SELECT app_role()) IN ('HR_ADMIN', 'OWNER'));
GRANT SELECT ON company_purposes, leaver_expiries TO okaeri_app;
GRANT SELECT, INSERT ON company_purposes TO okaeri_lookup;
GRANT SELECT, INSERT, UPDATE (people) ON leaver_expiries TO okaeri_lookup;
GRANT SELECT, DELETE ON leavers TO okaeri_lookup;
GRANT UPDATE (leaver_months) ON companies TO okaeri_lookup;

-- Writes the version after the one that the caller saw; false where there is one already, of two at once for the second, and for who is not of HR.
CREATE FUNCTION write_purpose(seen int, ja text, en text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO company_purposes (company_id, version, text_ja, text_en, written_by_id)
    SELECT hr.company, seen + 1, ja, en, app_member_id() FROM (SELECT company_of_hr()) hr (company)
      WHERE hr.company IS NOT NULL AND seen = (SELECT coalesce(max(p.version), 0) FROM company_purposes p WHERE p.company_id = hr.company)
    ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

-- How many of the company's leavers' records would have gone by a day, were they kept for so many months; up to `max_count`. For HR.
CREATE FUNCTION count_leavers_expiring(months int, by_day date, max_count int) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT count(*)::int FROM (SELECT FROM leavers l
    WHERE l.company_id = (SELECT company_of_hr()) AND l.member_id IS NULL
      AND kept_from(l.created_at, l.left_on) <= (by_day - make_interval(months => months))::date
    LIMIT max_count) few;
END;

-- For HR: keeps them for so many months from now on.
CREATE FUNCTION keep_leavers_for(months int) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE companies c SET leaver_months = months WHERE c.id = company_of_hr();
  RETURN FOUND;
END $$;

-- Erases up to `max_count` records of a company whose time is over, of those who have not come, and keeps how many went on what day. Says how many, over all companies.
CREATE FUNCTION expire_leavers(max_count int) RETURNS int
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company record;
  gone int;
  total int := 0;
BEGIN
  PERFORM require_every_company();
  FOR company IN SELECT c.id, c.leaver_months FROM companies c LOOP
    -- Not while an import is written there.
    PERFORM pg_advisory_xact_lock_shared(lock_of_leavers(company.id));
    DELETE FROM leavers l USING (SELECT o.id FROM leavers o
        WHERE o.company_id = company.id AND o.member_id IS NULL AND kept_from(o.created_at, o.left_on) <= (current_date - make_interval(months => company.leaver_months))::date
        ORDER BY kept_from(o.created_at, o.left_on) LIMIT max_count) over
      WHERE l.company_id = company.id AND l.id = over.id;
    GET DIAGNOSTICS gone = ROW_COUNT;
    IF gone > 0 THEN
      INSERT INTO leaver_expiries AS e (company_id, day, people) VALUES (company.id, current_date, gone)
        ON CONFLICT (company_id, day) DO UPDATE SET people = e.people + excluded.people;
    END IF;
    total := total + gone;
  END LOOP;
  RETURN total;
END $$;
GRANT EXECUTE ON FUNCTION kept_from, write_purpose, count_leavers_expiring, keep_leavers_for, expire_leavers TO okaeri_app;
