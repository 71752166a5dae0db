-- What one may see of a person: the one place that says so. Pages and searches ask visible_profiles, which looks with the eyes of its
-- transaction's member; who writes to somebody asks visible_name. The app's role cannot read profiles itself.

-- With what eyes a member of a company looks.
CREATE FUNCTION audience_of(member members) RETURNS "Audience" LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN 'MEMBER'::"Audience";

-- The rule: of a profile, what these eyes may see; no row where that is nothing. Anyone who is a member sees everything. A new column of the
-- table has to be said here too, or this cannot be made. Written so that it vanishes in the plan of who asks.
CREATE FUNCTION visible_to(audience "Audience", p profiles) RETURNS SETOF profiles LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  SELECT p.company_id, p.member_id, p.family_name, p.given_name, p.family_name_kana, p.given_name_kana, p.preferred_name,
      p.former_family_name, p.sort_key, p.joined_on, p.left_on, p.department, p.title, p.area, p.headline, p.about, p.purposes, p.skills,
      p.former_family_name_kana, p.listed
    WHERE audience = 'MEMBER';
END;
GRANT EXECUTE ON FUNCTION visible_to TO okaeri_app, okaeri_people;

-- Who may be seen at all. Row-level security holds the owner of the view, so that nothing is read past it by a condition that leaks.
CREATE POLICY company ON profiles TO okaeri_people USING (company_id = (SELECT app_company_id()));
GRANT SELECT ON profiles TO okaeri_people, okaeri_lookup;

CREATE VIEW visible_profiles AS
  SELECT v.* FROM profiles p CROSS JOIN LATERAL visible_to(app_audience(), p) v;
GRANT SELECT ON visible_profiles TO okaeri_app;
GRANT CREATE ON SCHEMA public TO okaeri_people;
ALTER VIEW visible_profiles OWNER TO okaeri_people;
REVOKE CREATE ON SCHEMA public FROM okaeri_people;

-- The parts of a member's name that a reader of the company may see, from which lib/people/names.ts makes it; for who writes to the reader.
CREATE FUNCTION visible_name(company uuid, member uuid, reader uuid) RETURNS jsonb LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT jsonb_build_object('familyName', v.family_name, 'givenName', v.given_name, 'preferredName', v.preferred_name)
    FROM members r JOIN profiles p ON p.company_id = r.company_id AND p.member_id = member
      CROSS JOIN LATERAL visible_to(audience_of(r), p) v
    WHERE r.company_id = company AND r.id = reader;
END;

-- The caller's own profile as others see it: what their search texts are made of.
CREATE FUNCTION own_profile_as(audience "Audience") RETURNS SETOF profiles
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT v.* FROM profiles p CROSS JOIN LATERAL visible_to(audience, p) v
    WHERE p.company_id = (SELECT app_company_id()) AND p.member_id = (SELECT app_member_id());
END;
GRANT EXECUTE ON FUNCTION own_profile_as TO okaeri_app;
