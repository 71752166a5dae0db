-- Where an invitation stands, in one word: its state, unless its time is over.
CREATE FUNCTION invitation_status(i invitations) RETURNS text LANGUAGE sql STABLE
  RETURN CASE WHEN i.state IN ('JOINED', 'REVOKED', 'BOUNCED') OR i.expires_at > now() THEN lower(i.state::text) ELSE 'expired' END;
GRANT EXECUTE ON FUNCTION invitation_status TO okaeri_app;

-- How many of a company's leavers stand where; "none" are those whom nobody invited and who have not come.
CREATE FUNCTION count_invitations() RETURNS TABLE (status text, people int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := company_of_hr();
BEGIN
  RETURN QUERY SELECT CASE WHEN i.leaver_id IS NULL THEN 'none' ELSE invitation_status(i) END, count(*)::int FROM leavers l
    LEFT JOIN invitations i ON i.company_id = l.company_id AND i.leaver_id = l.id
    WHERE l.company_id = company AND (i.leaver_id IS NOT NULL OR l.member_id IS NULL AND NOT l.deceased) GROUP BY 1;
END $$;
GRANT EXECUTE ON FUNCTION count_invitations TO okaeri_app;
