-- Of these members those who worked here at one time with that one. Tells of nobody's dates but that.
CREATE FUNCTION colleagues_of(one uuid, others uuid[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT b.member_id FROM profiles a
    JOIN profiles b ON b.company_id = a.company_id AND a.joined_on <= coalesce(b.left_on, 'infinity') AND b.joined_on <= coalesce(a.left_on, 'infinity')
    WHERE a.company_id = (SELECT app_company_id()) AND a.member_id = one AND b.member_id = ANY (others);
END;
