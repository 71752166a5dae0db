-- Puts the transaction into a company, as a member of it: false, and no scope, unless the member and the company are active
-- and the session is a living one of that member's account. So a viewer whose access has ended sees nothing, whoever asks.
CREATE FUNCTION enter_company(company uuid, member uuid, session uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM members m
    JOIN companies c ON c.id = m.company_id
    JOIN sessions s ON s.user_id = m.user_id
    WHERE m.company_id = company AND m.id = member AND m.status = 'ACTIVE' AND c.status = 'ACTIVE'
      AND s.id = session AND s.expires_at > now();
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.company_id', company::text, true), set_config('app.member_id', member::text, true),
    set_config('app.audience', 'MEMBER', true);
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION enter_company TO okaeri_app;
