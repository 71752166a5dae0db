-- What members say about what HR recorded. Until HR confirms it, it is known to them and to HR alone, and nothing follows from it.
CREATE POLICY own_corrections ON corrections FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()));
CREATE POLICY asked_of_hr ON corrections FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND (SELECT app_role()) IN ('HR_ADMIN', 'OWNER'));
GRANT SELECT ON corrections TO okaeri_app;
GRANT SELECT, INSERT, UPDATE (status, recorded, decided_by_id, decided_at, answer), DELETE ON corrections TO okaeri_lookup;
GRANT UPDATE (joined_on, left_on, department, title) ON profiles TO okaeri_lookup;

CREATE FUNCTION recorded_value(field "RecordedField", p profiles) RETURNS text LANGUAGE sql STABLE
  RETURN CASE field WHEN 'JOINED_ON' THEN p.joined_on::text WHEN 'LEFT_ON' THEN p.left_on::text WHEN 'DEPARTMENT' THEN p.department
    ELSE p.title END;

-- A profile as it would be with that value.
CREATE FUNCTION corrected(field "RecordedField", proposed text, p profiles) RETURNS profiles LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT jsonb_populate_record(p, jsonb_build_object(lower(field::text), proposed));
END;

-- Asks HR to record something else of the caller, instead of what the caller asked of that field before. Says "same" where that stands there already,
-- and "order" where nobody leaves before they came.
CREATE FUNCTION ask_correction(correction uuid, asked "RecordedField", value text, why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own profiles;
  other corrections;
  then_so profiles;
  told int := CASE WHEN asked IN ('JOINED_ON', 'LEFT_ON') THEN 7 ELSE 1000 END;
BEGIN
  SELECT * INTO own FROM profiles p WHERE p.company_id = app_company_id() AND p.member_id = app_member_id() FOR UPDATE;
  -- People know months: within the recorded one the day is HR's.
  IF left(recorded_value(asked, own), told) IS NOT DISTINCT FROM left(value, told) OR asked = 'LEFT_ON' AND own.left_on IS NULL THEN
    RETURN 'same';
  END IF;
  then_so := corrected(asked, value, own);
  -- Beside what else the caller waits for.
  FOR other IN SELECT * FROM corrections c WHERE c.company_id = own.company_id AND c.member_id = own.member_id AND c.status = 'WAITING' AND c.field <> asked LOOP
    then_so := corrected(other.field, other.proposed, then_so);
  END LOOP;
  IF then_so.joined_on > then_so.left_on THEN
    RETURN 'order';
  END IF;
  DELETE FROM corrections c WHERE c.company_id = own.company_id AND c.member_id = own.member_id AND c.status = 'WAITING' AND c.field = asked;
  INSERT INTO corrections (company_id, id, member_id, field, recorded, proposed, note)
    VALUES (own.company_id, correction, own.member_id, asked, recorded_value(asked, own), value, why);
  RETURN 'asked';
END $$;

-- Takes back what the caller asked; says whether it still waited.
CREATE FUNCTION take_back_correction(correction uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM corrections c WHERE c.company_id = app_company_id() AND c.member_id = app_member_id() AND c.id = correction AND c.status = 'WAITING';
  RETURN FOUND;
END $$;

-- Whether the caller is of HR, and the one who decides about that member: about oneself somebody else does, if there is anybody.
CREATE FUNCTION decides_about(member uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT coalesce(app_role() IN ('HR_ADMIN', 'OWNER'), false) AND (member <> app_member_id() OR NOT EXISTS (SELECT FROM members m
    WHERE m.company_id = app_company_id() AND m.role IN ('HR_ADMIN', 'OWNER') AND m.status = 'ACTIVE' AND m.id <> app_member_id()));
END;

-- Confirms a correction, and records what it says, or declines it. Says what came of it: "gone" where it waits no more, or never did for the caller;
-- "own" where somebody else has to decide; "order" where somebody would leave before they came. Of two at once the first decides.
CREATE FUNCTION decide_correction(correction uuid, confirm boolean, words text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  now_so profiles;
  then_so profiles;
  asked corrections;
BEGIN
  IF coalesce(app_role() NOT IN ('HR_ADMIN', 'OWNER'), true) THEN
    RETURN 'gone';
  END IF;
  PERFORM hold_limits(company);
  -- In the order in which who asks takes them.
  SELECT p.* INTO now_so FROM profiles p JOIN corrections c ON c.company_id = p.company_id AND c.member_id = p.member_id
    WHERE c.company_id = company AND c.id = correction FOR UPDATE OF p;
  SELECT * INTO asked FROM corrections c WHERE c.company_id = company AND c.id = correction AND c.status = 'WAITING' FOR UPDATE;
  IF asked.id IS NULL THEN
    RETURN 'gone';
  END IF;
  IF NOT decides_about(asked.member_id) THEN
    RETURN 'own';
  END IF;
  PERFORM follow_limits(company, asked.member_id);
  IF confirm THEN
    then_so := corrected(asked.field, asked.proposed, now_so);
    IF then_so.joined_on > then_so.left_on THEN
      RETURN 'order';
    END IF;
    UPDATE profiles p SET joined_on = then_so.joined_on, left_on = then_so.left_on, department = then_so.department, title = then_so.title
      WHERE p.company_id = company AND p.member_id = asked.member_id;
  END IF;
  UPDATE corrections c SET status = CASE WHEN confirm THEN 'CONFIRMED' ELSE 'DECLINED' END::"CorrectionStatus",
      recorded = recorded_value(asked.field, now_so), decided_by_id = app_member_id(), decided_at = now(), answer = words
    WHERE c.company_id = company AND c.id = asked.id;
  RETURN 'decided';
END $$;

-- Whose correction the caller has confirmed in this transaction: the only one whose texts others than themself make anew.
CREATE FUNCTION confirmed_just_now(correction uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT c.member_id FROM corrections c WHERE c.company_id = (SELECT app_company_id()) AND c.id = correction AND c.status = 'CONFIRMED'
    AND c.decided_by_id = (SELECT app_member_id()) AND c.decided_at = now()::timestamptz(3);
END;

-- As own_profile_as and put_own_search_doc, for them.
CREATE FUNCTION corrected_profile_as(correction uuid, kind "ViewerKind") RETURNS SETOF profiles
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT v.* FROM profiles p CROSS JOIN LATERAL eyes_of(p.company_id, kind) e CROSS JOIN LATERAL visible_to(e.seen, e.closed, p) v
    WHERE p.company_id = (SELECT app_company_id()) AND p.member_id = confirmed_just_now(correction);
END;

CREATE FUNCTION put_corrected_search_doc(correction uuid, viewers "ViewerKind", new_doc text, new_facets text[]) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  UPDATE search_docs d SET doc = new_doc, facets = new_facets, changed_at = CASE WHEN d.seen = seen_of(v) THEN d.changed_at ELSE now() END
    FROM profiles p CROSS JOIN LATERAL eyes_of(p.company_id, viewers) e CROSS JOIN LATERAL visible_to(e.seen, e.closed, p) v
    WHERE p.company_id = (SELECT app_company_id()) AND p.member_id = confirmed_just_now(correction)
      AND d.company_id = p.company_id AND d.member_id = p.member_id AND d.viewer_kind = viewers;
END;
GRANT EXECUTE ON FUNCTION ask_correction, take_back_correction, decides_about, decide_correction, corrected_profile_as, put_corrected_search_doc TO okaeri_app;
