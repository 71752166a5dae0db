-- A member's own profile: all of it, and the way to write it.
CREATE FUNCTION own_profile() RETURNS SETOF profiles
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  scope jsonb := app_scope();
BEGIN
  RETURN QUERY SELECT p.* FROM profiles p WHERE p.company_id = (scope ->> 'companyId')::uuid AND p.member_id = (scope ->> 'memberId')::uuid;
END $$;

-- Of it where its owner was when, which many pages ask for.
CREATE FUNCTION own_career() RETURNS TABLE (department text, joined_on date, left_on date, positions jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  scope jsonb := app_scope();
BEGIN
  SELECT p.department, p.joined_on, p.left_on, p.positions INTO own_career.department, own_career.joined_on, own_career.left_on, own_career.positions
    FROM profiles p WHERE p.company_id = (scope ->> 'companyId')::uuid AND p.member_id = (scope ->> 'memberId')::uuid;
  IF FOUND THEN
    RETURN NEXT;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION own_profile, own_career TO okaeri_app;

-- Holds it until the end of the transaction: of two who write it, the second sees what the first wrote. And what the company asks stays as it is so long.
CREATE FUNCTION lock_own_profile() RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT FROM company_fields WHERE company_id = (SELECT app_company_id()) ORDER BY id FOR SHARE;
  SELECT hold_limits((SELECT app_company_id()));
  SELECT FROM profiles WHERE company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()) FOR UPDATE;
  SELECT follow_limits((SELECT app_company_id()), (SELECT app_member_id()));
END;
GRANT EXECUTE ON FUNCTION lock_own_profile TO okaeri_app;

GRANT UPDATE (family_name, given_name, family_name_kana, given_name_kana, preferred_name, former_family_name, former_family_name_kana, sort_key,
  headline, about, employer, employer_title, industry, work, area, purposes, purpose_notes, rehire, skills, links, positions, details, unlisted,
  former_name_audience, headline_audience, about_audience, tenure_audience, department_audience, work_audience, area_audience,
  purposes_audience, rehire_audience, skills_audience, links_audience, photo_audience) ON profiles TO okaeri_lookup;

-- Writes what of it is named, in columns of the table. What HR recorded is not its owner's to write, nor is what the database keeps.
CREATE FUNCTION put_own_profile(written jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE profiles p SET (family_name, given_name, family_name_kana, given_name_kana, preferred_name, former_family_name, former_family_name_kana, sort_key,
      headline, about, employer, employer_title, industry, work, area, purposes, purpose_notes, rehire, skills, links, positions, details, unlisted,
      former_name_audience, headline_audience, about_audience, tenure_audience, department_audience, work_audience, area_audience,
      purposes_audience, rehire_audience, skills_audience, links_audience, photo_audience)
    = (SELECT n.family_name, n.given_name, n.family_name_kana, n.given_name_kana, n.preferred_name, n.former_family_name, n.former_family_name_kana, n.sort_key,
      n.headline, n.about, n.employer, n.employer_title, n.industry, n.work, n.area, n.purposes, n.purpose_notes, n.rehire, n.skills, n.links, n.positions, n.details, n.unlisted,
      n.former_name_audience, n.headline_audience, n.about_audience, n.tenure_audience, n.department_audience, n.work_audience, n.area_audience,
      n.purposes_audience, n.rehire_audience, n.skills_audience, n.links_audience, n.photo_audience
      FROM jsonb_populate_record(p, written) n)
    WHERE p.company_id = app_company_id() AND p.member_id = app_member_id();
  -- One who is not listed any more, or again.
  UPDATE profiles p SET listed = listed_as(m, p) FROM members m
    WHERE p.company_id = app_company_id() AND p.member_id = app_member_id() AND m.company_id = p.company_id AND m.id = p.member_id
      AND p.listed IS DISTINCT FROM listed_as(m, p);
END $$;
GRANT EXECUTE ON FUNCTION put_own_profile TO okaeri_app;
