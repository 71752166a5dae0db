-- What a company shows of its people at most, whatever they choose: of the fields that every profile has it stands in company_limits, of the company's
-- own in company_fields. The one rule asks for it (eyes_of and seen_details), so that a choice is kept as it is, and holds again when the limit is lifted.
CREATE POLICY company ON company_limits FOR SELECT TO okaeri_app USING (company_id = (SELECT app_company_id()));
CREATE POLICY company_seen ON company_limits FOR SELECT TO okaeri_people USING (company_id = (SELECT app_company_id()));
CREATE POLICY limited_by_hr ON company_limits TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND (SELECT app_role()) IN ('HR_ADMIN', 'OWNER'));
GRANT SELECT, INSERT, UPDATE (widest, stale_at, settled_to) ON company_limits TO okaeri_app;
GRANT SELECT ON company_limits TO okaeri_people;
GRANT SELECT, UPDATE, DELETE ON company_limits TO okaeri_lookup;

-- Holds what the company limits still for who says it, as lock_company_fields does.
CREATE FUNCTION lock_company_limits() RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT lock_company_fields() THEN
    RETURN false;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('company limits ' || app_company_id(), 0));
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION lock_company_limits TO okaeri_app;

-- Until the end of the transaction nothing is limited, for who writes a profile. Before the profile is held.
CREATE FUNCTION hold_limits(company uuid) RETURNS void LANGUAGE sql VOLATILE
BEGIN ATOMIC
  SELECT pg_advisory_xact_lock_shared(hashtextextended('company limits ' || company, 0));
END;

-- Brings what stands beside a member's search texts up to what is limited and asked now: what HR has done to a field is no change of theirs, also where search
-- has yet to follow it. With the caller's rights, of functions that look further, once the profile is held.
CREATE FUNCTION follow_limits(company uuid, member uuid) RETURNS void LANGUAGE sql VOLATILE
BEGIN ATOMIC
  UPDATE search_docs d SET facets = d.facets WHERE d.company_id = company AND d.member_id = member
    AND (EXISTS (SELECT FROM company_fields f WHERE f.company_id = company AND f.stale_at IS NOT NULL)
      OR EXISTS (SELECT FROM company_limits l WHERE l.company_id = company AND l.stale_at IS NOT NULL));
END;

-- Which audience a member chose for a field, one of the company's own by its id, where something stands in it.
CREATE FUNCTION chosen_audience(field text, p profiles) RETURNS "Audience" LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE field
    WHEN 'headline' THEN CASE WHEN p.headline <> '' THEN p.headline_audience END
    WHEN 'about' THEN CASE WHEN p.about <> '' THEN p.about_audience END
    WHEN 'tenure' THEN p.tenure_audience
    WHEN 'department' THEN CASE WHEN p.department <> '' THEN p.department_audience END
    WHEN 'formerName' THEN CASE WHEN p.former_family_name <> '' THEN p.former_name_audience END
    WHEN 'work' THEN CASE WHEN concat(p.employer, p.employer_title, p.industry, p.work) <> '' THEN p.work_audience END
    WHEN 'area' THEN CASE WHEN p.area <> '' THEN p.area_audience END
    WHEN 'purposes' THEN CASE WHEN p.purposes <> '{}' THEN p.purposes_audience END
    WHEN 'rehire' THEN CASE WHEN p.rehire THEN p.rehire_audience END
    WHEN 'skills' THEN CASE WHEN p.skills <> '{}' THEN p.skills_audience END
    WHEN 'links' THEN CASE WHEN p.links <> '{}' THEN p.links_audience END
    WHEN 'photo' THEN CASE WHEN p.photo_id IS NOT NULL THEN p.photo_audience END
    ELSE CASE WHEN p.details -> field ->> 'value' IS NOT NULL THEN (p.details -> field ->> 'audience')::"Audience" END END;

-- For HR: of those whom the directory lists and who show a field to HR, how many have chosen to show it to more than such a limit lets see it; at most `most`, and one more.
-- What is hidden from HR changes no count.
CREATE FUNCTION count_wider(field text, limited_to "Audience", most int) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT count(*)::int FROM (SELECT FROM profiles p WHERE p.company_id = (SELECT app_company_id()) AND (SELECT app_role()) IN ('HR_ADMIN', 'OWNER') AND p.listed IS NOT NULL
      AND NOT EXISTS (SELECT FROM company_limits l WHERE l.company_id = (SELECT app_company_id()) AND l.field = count_wider.field AND l.widest <> ALL (audiences_of('HR')))
      AND NOT EXISTS (SELECT FROM company_fields f WHERE f.company_id = (SELECT app_company_id()) AND f.id::text = count_wider.field
        AND (f.state <> 'SHOWN' OR f.widest <> ALL (audiences_of('HR'))))
      AND chosen_audience(field, p) = ANY ((SELECT ARRAY(SELECT a FROM unnest(audiences_of('HR')) a WHERE EXISTS (
        SELECT FROM unnest(enum_range(NULL::"ViewerKind")) k WHERE a = ANY (audiences_of(k)) AND limited_to <> ALL (audiences_of(k)))))::"Audience"[])
    LIMIT most + 1) wider;
END;
GRANT EXECUTE ON FUNCTION count_wider TO okaeri_app;

-- Who sees when whom one worked with was here decides who sees that one is here.
CREATE FUNCTION tell_limits_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('okaeri', json_build_object('type', 'limits:changed', 'companyId', new.company_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_limits_changed AFTER INSERT OR UPDATE OF widest ON company_limits FOR EACH ROW
  WHEN (new.field = 'tenure') EXECUTE FUNCTION tell_limits_changed();
