-- Of these members those who worked here at one time with that one, as far as each of the two may see the other's years: what one hides
-- shows nowhere, not in who may write to whom either.
CREATE FUNCTION colleagues_of(one uuid, others uuid[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  WITH eyes AS MATERIALIZED (
    SELECT kind, e.seen, e.closed FROM unnest(enum_range(NULL::"ViewerKind")) kind CROSS JOIN LATERAL eyes_of((SELECT app_company_id()), kind) e)
  SELECT q.member_id FROM members m JOIN profiles p ON p.company_id = m.company_id AND p.member_id = m.id
    JOIN profiles q ON q.company_id = m.company_id AND q.member_id = ANY (others)
    JOIN members o ON o.company_id = m.company_id AND o.id = q.member_id
    JOIN eyes theirs ON theirs.kind = viewer_kind_of(o) CROSS JOIN LATERAL visible_to(theirs.seen, theirs.closed, p) a
    JOIN eyes own ON own.kind = viewer_kind_of(m) CROSS JOIN LATERAL visible_to(own.seen, own.closed, q) b
    WHERE m.company_id = (SELECT app_company_id()) AND m.id = one
      AND a.joined_on <= coalesce(b.left_on, 'infinity') AND b.joined_on <= coalesce(a.left_on, 'infinity');
END;

-- Whether there is a department in which somebody was with the one, and with the other, each at some time.
CREATE FUNCTION met_both(one profiles, other profiles, third search_docs) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM stints_of(third.department, third.joined_on, third.left_on, third.positions) c
      JOIN stints_of(one.department, one.joined_on, one.left_on, one.positions) a
        ON a.department = c.department AND a.since <= c.until AND c.since <= a.until
    WHERE EXISTS (SELECT FROM stints_of(third.department, third.joined_on, third.left_on, third.positions) again
      JOIN stints_of(other.department, other.joined_on, other.left_on, other.positions) b
        ON b.department = again.department AND b.since <= again.until AND again.since <= b.until
      WHERE again.department = c.department));
END;

-- Of those whom the caller finds, at most `max_count` who were in one department with the caller and with that member, with each at some time: as far as the
-- caller sees the years and departments of both.
CREATE FUNCTION mutual_colleagues(other uuid, max_count int) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  company uuid := app_company_id();
  viewers "ViewerKind" := app_viewer_kind();
  parted uuid[] := parted_from_caller();
  own profiles;
  theirs profiles;
  shared text[];
BEGIN
  IF '{tenure,department}' && settling_fields(company, viewers) THEN
    RETURN;
  END IF;
  SELECT * INTO own FROM own_profile();
  SELECT v.* INTO theirs FROM profiles p CROSS JOIN LATERAL eyes_of(p.company_id, viewers) e CROSS JOIN LATERAL visible_to(e.seen, e.closed, p) v
    WHERE p.company_id = company AND p.member_id = other AND other <> own.member_id;
  shared := ARRAY(SELECT DISTINCT 'department:' || a.department FROM stints_of(own.department, own.joined_on, own.left_on, own.positions) a
    JOIN stints_of(theirs.department, theirs.joined_on, theirs.left_on, theirs.positions) b ON b.department = a.department);
  IF shared <> '{}' THEN
    RETURN QUERY SELECT d.member_id FROM search_docs d
      WHERE d.company_id = company AND d.viewer_kind = viewers AND d.kind IS NOT NULL AND d.facets && shared
        AND CASE WHEN own.positions = '[]' AND theirs.positions = '[]' AND d.positions = '[]'
          THEN d.joined_on <= coalesce(own.left_on, 'infinity') AND own.joined_on <= coalesce(d.left_on, 'infinity')
            AND d.joined_on <= coalesce(theirs.left_on, 'infinity') AND theirs.joined_on <= coalesce(d.left_on, 'infinity')
          ELSE met_both(own, theirs, d) END
        AND d.member_id <> ALL (parted || own.member_id || other) AND (NOT d.unlisted OR talks_with_caller(d.member_id))
      LIMIT max_count;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION mutual_colleagues TO okaeri_app;
