-- The caller's company where the caller is of HR, else NULL.
CREATE FUNCTION company_of_hr() RETURNS uuid LANGUAGE sql STABLE
  RETURN CASE WHEN app_role() IN ('HR_ADMIN', 'OWNER') THEN app_company_id() END;
