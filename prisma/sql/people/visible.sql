-- What one may see of a person: the one place that says so. Pages and searches ask visible_profiles, which looks with the eyes of its
-- transaction's member; who writes to somebody asks visible_name. The app's role cannot read profiles itself.

-- As what a member looks at others.
CREATE FUNCTION viewer_kind_of(member members) RETURNS "ViewerKind" LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN member.role IN ('HR_ADMIN', 'OWNER') THEN 'HR'::"ViewerKind"
    WHEN member.kind = 'EMPLOYEE' THEN 'EMPLOYEE'::"ViewerKind" ELSE 'ALUMNUS'::"ViewerKind" END;

-- The audiences that such a viewer belongs to: none without a kind. HR sees what employees see, and what is for HR alone.
CREATE FUNCTION audiences_of(kind "ViewerKind") RETURNS "Audience"[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE kind WHEN 'ALUMNUS' THEN '{EVERYONE,ALUMNI}'::"Audience"[] WHEN 'EMPLOYEE' THEN '{EVERYONE,EMPLOYEES}'::"Audience"[]
    WHEN 'HR' THEN '{EVERYONE,EMPLOYEES,HR}'::"Audience"[] ELSE '{}'::"Audience"[] END;

-- What such a viewer looks at the people of a company with: these audiences, and the fields that the company closes to them whatever their owners say
-- (limits.sql). Asked once for all whom one looks at.
CREATE FUNCTION eyes_of(company uuid, kind "ViewerKind") RETURNS TABLE (seen "Audience"[], closed text[]) LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  SELECT audiences_of(kind), coalesce(array_agg(l.field), '{}') FROM company_limits l WHERE l.company_id = company AND l.widest <> ALL (audiences_of(kind));
END;

-- With what the caller looks at people, and who that is: the scope is asked once for all of it.
CREATE FUNCTION caller_eyes() RETURNS TABLE (seen "Audience"[], closed text[], id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  scope jsonb := app_scope();
BEGIN
  SELECT e.seen, e.closed INTO seen, closed FROM eyes_of((scope ->> 'companyId')::uuid, (scope ->> 'viewerKind')::"ViewerKind") e;
  id := scope ->> 'memberId';
  RETURN NEXT;
END $$;

-- Whether who looks with these eyes sees a field that is for this audience.
CREATE FUNCTION shows(audience "Audience", field text, seen "Audience"[], closed text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN audience = ANY (seen) AND field <> ALL (closed);

-- Without months not even their order is told, nor that somebody held one twice.
CREATE FUNCTION positions_without_months(positions jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(jsonb_agg(DISTINCT held || '{"from": null, "until": null}'), '[]') FROM jsonb_array_elements(positions) held;
END;

-- Whether they show that they would come back to who looks with these eyes, or to this reader alone: where the company closes it to the reader, not to them either.
CREATE FUNCTION shows_rehire(seen "Audience"[], closed text[], p profiles, reader uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN 'rehire' <> ALL (closed) AND (p.rehire_audience = ANY (seen)
    OR CASE WHEN p.rehire_audience = 'CONTACT' AND reader IS NOT NULL THEN is_rehire_contact(p.company_id, p.member_id, reader) ELSE false END);

-- The rule: of a profile, what one may see who looks with these eyes; `reader`: who it is, of whom it is known. Names are for every member, and what HR recorded (years,
-- department and title) is for HR, whatever its owner or the company says. A new column of the table has to be said here too, or this cannot be made.
-- Written so that it vanishes in the plan of who asks.
CREATE FUNCTION visible_to(seen "Audience"[], closed text[], p profiles, reader uuid DEFAULT NULL) RETURNS SETOF profiles LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  SELECT p.company_id, p.member_id, p.family_name, p.given_name, p.family_name_kana, p.given_name_kana, p.preferred_name,
    CASE WHEN shows(p.former_name_audience, 'formerName', seen, closed) THEN p.former_family_name END,
    p.sort_key,
    CASE WHEN 'HR' = ANY (seen) OR shows(p.tenure_audience, 'tenure', seen, closed) THEN p.joined_on END,
    CASE WHEN 'HR' = ANY (seen) OR shows(p.tenure_audience, 'tenure', seen, closed) THEN p.left_on END,
    CASE WHEN 'HR' = ANY (seen) OR shows(p.department_audience, 'department', seen, closed) THEN p.department END,
    CASE WHEN 'HR' = ANY (seen) OR shows(p.department_audience, 'department', seen, closed) THEN p.title END,
    CASE WHEN shows(p.area_audience, 'area', seen, closed) THEN p.area END,
    CASE WHEN shows(p.headline_audience, 'headline', seen, closed) THEN p.headline END,
    CASE WHEN shows(p.about_audience, 'about', seen, closed) THEN p.about END,
    CASE WHEN shows(p.purposes_audience, 'purposes', seen, closed) THEN p.purposes ELSE '{}' END,
    CASE WHEN shows(p.skills_audience, 'skills', seen, closed) THEN p.skills ELSE '{}' END,
    CASE WHEN shows(p.former_name_audience, 'formerName', seen, closed) THEN p.former_family_name_kana END,
    p.listed,
    CASE WHEN shows(p.work_audience, 'work', seen, closed) THEN p.employer END,
    CASE WHEN shows(p.work_audience, 'work', seen, closed) THEN p.employer_title END,
    CASE WHEN shows(p.work_audience, 'work', seen, closed) THEN p.industry END,
    CASE WHEN shows(p.work_audience, 'work', seen, closed) THEN p.work END,
    CASE WHEN shows(p.links_audience, 'links', seen, closed) THEN p.links ELSE '{}' END,
    CASE WHEN shows(p.purposes_audience, 'purposes', seen, closed) THEN p.purpose_notes - 'REHIRE' ELSE '{}' END
      || CASE WHEN p.purpose_notes ? 'REHIRE' AND shows_rehire(seen, closed, p, reader) THEN jsonb_build_object('REHIRE', p.purpose_notes -> 'REHIRE') ELSE '{}' END,
    p.rehire AND shows_rehire(seen, closed, p, reader),
    p.unlisted,
    -- Who may see what is its owner's to know.
    NULL::"Audience", NULL::"Audience", NULL::"Audience", NULL::"Audience", NULL::"Audience", NULL::"Audience",
    NULL::"Audience", NULL::"Audience", NULL::"Audience", NULL::"Audience", NULL::"Audience",
    CASE WHEN shows(p.photo_audience, 'photo', seen, closed) THEN p.photo_id END,
    NULL::"Audience",
    -- HR recorded none of it, and sees it as any employee does.
    CASE WHEN NOT shows(p.department_audience, 'department', seen, closed) THEN '[]' WHEN shows(p.tenure_audience, 'tenure', seen, closed) THEN p.positions
      ELSE positions_without_months(p.positions) END,
    -- Nor when their owner is asked for something.
    NULL::timestamptz, NULL::timestamptz,
    CASE WHEN p.details = '{}' THEN '{}' ELSE seen_details(p.company_id, p.details, seen) END;
END;
GRANT EXECUTE ON FUNCTION audiences_of, eyes_of, caller_eyes, shows, positions_without_months, shows_rehire, visible_to TO okaeri_app, okaeri_people;

-- Who may be seen at all. Row-level security holds the owner of the view, so that nothing is read past it by a condition that leaks.
CREATE POLICY company ON profiles TO okaeri_people USING (company_id = (SELECT app_company_id()));
GRANT SELECT ON profiles TO okaeri_people, okaeri_lookup;

CREATE VIEW visible_profiles AS
  SELECT v.* FROM profiles p CROSS JOIN caller_eyes() viewer CROSS JOIN LATERAL visible_to(viewer.seen, viewer.closed, p, viewer.id) v;
GRANT SELECT ON visible_profiles TO okaeri_app;
GRANT CREATE ON SCHEMA public TO okaeri_people;
ALTER VIEW visible_profiles OWNER TO okaeri_people;
REVOKE CREATE ON SCHEMA public FROM okaeri_people;

-- The parts of a member's name that a reader of the company may see, from which lib/people/names.ts makes it; for who writes to the reader.
CREATE FUNCTION visible_name(company uuid, member uuid, reader uuid) RETURNS jsonb LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT jsonb_build_object('familyName', v.family_name, 'givenName', v.given_name, 'preferredName', v.preferred_name)
    FROM members r JOIN profiles p ON p.company_id = r.company_id AND p.member_id = member
      CROSS JOIN LATERAL eyes_of(company, viewer_kind_of(r)) e CROSS JOIN LATERAL visible_to(e.seen, e.closed, p) v
    WHERE r.company_id = company AND r.id = reader;
END;

-- The caller's own profile as such viewers see it: what their search texts are made of.
CREATE FUNCTION own_profile_as(kind "ViewerKind") RETURNS SETOF profiles
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT v.* FROM profiles p CROSS JOIN LATERAL eyes_of(p.company_id, kind) e CROSS JOIN LATERAL visible_to(e.seen, e.closed, p) v
    WHERE p.company_id = (SELECT app_company_id()) AND p.member_id = (SELECT app_member_id());
END;

-- The same as the one sees it to whom alone the caller shows that they would come back; nothing where there is none.
CREATE FUNCTION own_profile_as_contact() RETURNS SETOF profiles
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT v.* FROM profiles p JOIN members r ON r.company_id = p.company_id AND r.id = (SELECT own_rehire_contact())
      CROSS JOIN LATERAL eyes_of(p.company_id, viewer_kind_of(r)) e CROSS JOIN LATERAL visible_to(e.seen, e.closed, p, r.id) v
    WHERE p.company_id = (SELECT app_company_id()) AND p.member_id = (SELECT app_member_id());
END;
GRANT EXECUTE ON FUNCTION own_profile_as, own_profile_as_contact TO okaeri_app;
