-- What HR does with the company's fields.

-- Holds the company's fields still for who says what is asked: of two the second sees what the first said. Says whether the caller is of HR: for nobody else is it held.
CREATE FUNCTION lock_company_fields() RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  -- Of two who add the last one that may be added there is no row yet.
  SELECT pg_advisory_xact_lock(hashtextextended('company fields ' || app_company_id(), 0)) WHERE app_role() IN ('HR_ADMIN', 'OWNER');
  SELECT FROM company_fields WHERE company_id = app_company_id() AND app_role() IN ('HR_ADMIN', 'OWNER') ORDER BY id FOR UPDATE;
  SELECT coalesce(app_role() IN ('HR_ADMIN', 'OWNER'), false);
END;

-- For HR: of those who show HR their answer, how many have answered a field, and each of its choices. What is hidden changes no count.
CREATE FUNCTION count_answers(field uuid) RETURNS TABLE (answer text, people int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT CASE WHEN f.kind = 'CHOICE' THEN p.details -> f.id::text ->> 'value' END, count(*)::int FROM company_fields f
    JOIN profiles p ON p.company_id = f.company_id AND p.details -> f.id::text ->> 'value' IS NOT NULL
      AND (p.details -> f.id::text ->> 'audience')::"Audience" = ANY (audiences_of('HR')) AND f.widest = ANY (audiences_of('HR'))
    WHERE f.company_id = (SELECT app_company_id()) AND f.id = field AND (SELECT app_role()) IN ('HR_ADMIN', 'OWNER') GROUP BY 1;
END;
GRANT EXECUTE ON FUNCTION lock_company_fields, count_answers TO okaeri_app;
