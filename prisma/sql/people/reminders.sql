-- What one's own profile asks and proposes at times. When, is nobody else's to see, and changes nothing that others see.
GRANT UPDATE (employer_asked_at, suggest_after) ON profiles TO okaeri_lookup;

-- Where somebody works now holds for as long as a half-year from when they wrote it.
CREATE FUNCTION note_employer() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    new.employer_asked_at := CASE WHEN new.employer IS NOT NULL THEN coalesce(new.employer_asked_at, now()) END;
  ELSIF (old.employer, old.employer_title, old.industry, old.work) IS DISTINCT FROM (new.employer, new.employer_title, new.industry, new.work) THEN
    new.employer_asked_at := CASE WHEN new.employer IS NOT NULL THEN now() END;
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER note_employer BEFORE INSERT OR UPDATE OF employer, employer_title, industry, work ON profiles FOR EACH ROW EXECUTE FUNCTION note_employer();

-- Keeps when the caller answered last whether they are still where they wrote, and returns when that was before; null where they wrote nothing.
CREATE FUNCTION answer_employer(answered_at timestamptz) RETURNS timestamptz
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE before timestamptz;
BEGIN
  SELECT p.employer_asked_at INTO before FROM profiles p WHERE p.company_id = app_company_id() AND p.member_id = app_member_id() FOR NO KEY UPDATE;
  UPDATE profiles p SET employer_asked_at = least(answered_at, now())
    WHERE p.company_id = app_company_id() AND p.member_id = app_member_id() AND p.employer IS NOT NULL;
  RETURN before;
END $$;

CREATE FUNCTION put_off_suggestions() RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  UPDATE profiles SET suggest_after = now() + interval '90 days' WHERE company_id = app_company_id() AND member_id = app_member_id();
END;

-- What one more field of the caller's profile would bring, and to how many people, of whom those alone count whom the caller finds, at most `most` and
-- one more; null where there is nothing to count. `value`: what it is about. Nothing while they want to hear nothing.
CREATE FUNCTION own_suggestions(most int) RETURNS TABLE (field text, value text, people int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  own profiles;
  -- What the company closes is worth no word.
  closed text[] := (SELECT e.closed FROM eyes_of(app_company_id(), 'EMPLOYEE') e);
  closed_to_all text[] := ARRAY(SELECT field FROM unnest(closed) field
    WHERE field = ANY ((SELECT e.closed FROM eyes_of(app_company_id(), 'ALUMNUS') e)::text[]));
BEGIN
  SELECT * INTO own FROM own_profile();
  -- Whom the directory does not list nobody would find by it.
  IF own.suggest_after > now() OR own.unlisted THEN
    RETURN;
  END IF;
  IF own.department <> '' AND own.department_audience NOT IN ('EVERYONE', 'EMPLOYEES') AND 'department' <> ALL (closed) THEN
    RETURN QUERY SELECT 'department', own.department, count(*)::int
      FROM search_members('{}', most + 1, '{}', 'EMPLOYEE', ARRAY['department:' || own.department], true);
  END IF;
  IF own.tenure_audience = 'NOBODY' AND 'tenure' <> ALL (closed_to_all) THEN
    RETURN QUERY SELECT 'tenure', NULL, count(*)::int FROM search_members('{}', most + 1, '{}', NULL, '{}', true);
  END IF;
  IF own.employer IS NOT NULL AND own.work_audience = 'NOBODY' AND 'work' <> ALL (closed_to_all) THEN
    RETURN QUERY SELECT 'work', own.employer, count(*)::int FROM search_members('{}', most + 1, '{}', NULL, ARRAY['employer:' || own.employer]);
  END IF;
  IF own.former_family_name IS NOT NULL AND own.former_name_audience = 'NOBODY' AND 'formerName' <> ALL (closed_to_all) THEN
    RETURN QUERY SELECT 'formerName', own.former_family_name, NULL::int;
  END IF;
  IF own.purposes = '{}' AND NOT own.rehire AND 'purposes' <> ALL (closed_to_all) THEN
    RETURN QUERY SELECT 'purposes', c.value, c.people FROM facet_choices('open', '', 1, most, '{}', '{}', NULL, '{}', false) c;
  END IF;
  RETURN QUERY SELECT empty.field, NULL, NULL::int
    FROM (VALUES ('skills', own.skills = '{}'), ('area', own.area IS NULL), ('headline', own.headline IS NULL)) AS empty (field, here)
    WHERE empty.here AND empty.field <> ALL (closed_to_all);
END $$;
GRANT EXECUTE ON FUNCTION answer_employer, put_off_suggestions, own_suggestions TO okaeri_app;
