-- The end of coming in: once, the caller is welcomed. False where they were already.
GRANT UPDATE (welcomed_at) ON members TO okaeri_lookup;
CREATE FUNCTION end_welcome() RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE members m SET welcomed_at = now() WHERE m.company_id = app_company_id() AND m.id = app_member_id() AND m.status = 'ACTIVE' AND m.welcomed_at IS NULL;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION end_welcome TO okaeri_app;
