-- Of these members those who worked here at one time with that one, as far as each of the two may see the other's years: what one hides
-- shows nowhere, not in who may write to whom either.
CREATE FUNCTION colleagues_of(one uuid, others uuid[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT q.member_id FROM members m JOIN profiles p ON p.company_id = m.company_id AND p.member_id = m.id
    JOIN profiles q ON q.company_id = m.company_id AND q.member_id = ANY (others)
    JOIN members o ON o.company_id = m.company_id AND o.id = q.member_id
    CROSS JOIN LATERAL visible_to(audiences_of(viewer_kind_of(o)), p) a
    CROSS JOIN LATERAL visible_to(audiences_of(viewer_kind_of(m)), q) b
    WHERE m.company_id = (SELECT app_company_id()) AND m.id = one
      AND a.joined_on <= coalesce(b.left_on, 'infinity') AND b.joined_on <= coalesce(a.left_on, 'infinity');
END;
