-- Who of HR has looked at what of somebody that others do not see. Written by the functions below alone, as the caller; read by whom it is about;
-- changed by nobody. Of one who leaves prisma/sql/leaving takes the name, and what is about them; after two years prisma/sql/jobs takes the rest.
CREATE POLICY own ON audit_entries FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND subject_id = (SELECT app_member_id()));
GRANT SELECT ON audit_entries TO okaeri_app;
GRANT SELECT, INSERT, UPDATE (actor_id), DELETE ON audit_entries TO okaeri_lookup;
-- Whoever of the two leaves at this moment is waited for, and nothing is kept then.
CREATE TRIGGER pass_over_former BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION pass_over_former('subject_id');
CREATE TRIGGER pass_over_former_actor BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION pass_over_former('actor_id');

-- Writes that the caller has looked at this of a member, once a day; nothing unless the caller is of HR, and nothing about themself.
CREATE FUNCTION note_look(subject uuid, what "AuditMatter") RETURNS void LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF coalesce(app_role() IN ('HR_ADMIN', 'OWNER'), false) AND subject <> app_member_id() THEN
    INSERT INTO audit_entries (company_id, id, actor_id, subject_id, action, matter)
      SELECT m.company_id, gen_random_uuid(), app_member_id(), m.id, 'LOOKED', what FROM members m
        WHERE m.company_id = app_company_id() AND m.id = subject
      ON CONFLICT (company_id, subject_id, day, actor_id, action, matter) DO NOTHING;
  END IF;
END $$;

-- The caller has been shown the record of a member, and `whole` says whether the rest of the profile too: of it what is kept from employees, and is told
-- to HR all the same.
CREATE FUNCTION note_profile_look(subject uuid, whole boolean) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  look record;
  noted_apart text[] := '{joined_on,left_on,department,title,positions,rehire,purpose_notes}';
BEGIN
  SELECT shows(p.tenure_audience, 'tenure', o.seen, o.closed) AND shows(p.department_audience, 'department', o.seen, o.closed) AS recorded,
      p.rehire AND shows_rehire(hr.seen, hr.closed, p, NULL) AND NOT shows_rehire(o.seen, o.closed, p, NULL) AS rehire,
      to_jsonb(h) - noted_apart IS DISTINCT FROM to_jsonb(e) - noted_apart AS limited INTO look
    FROM profiles p CROSS JOIN LATERAL eyes_of(p.company_id, 'EMPLOYEE') o CROSS JOIN LATERAL eyes_of(p.company_id, 'HR') hr
      CROSS JOIN LATERAL visible_to(o.seen, o.closed, p) e CROSS JOIN LATERAL visible_to(hr.seen, hr.closed, p) h
    WHERE p.company_id = app_company_id() AND p.member_id = subject;
  IF NOT look.recorded THEN
    PERFORM note_look(subject, 'RECORD');
  END IF;
  IF whole AND look.rehire THEN
    PERFORM note_look(subject, 'REHIRE');
  END IF;
  IF whole AND look.limited THEN
    PERFORM note_look(subject, 'LIMITED');
  END IF;
END $$;

-- The caller has been shown what these members say about their record.
CREATE FUNCTION note_correction_looks(subjects uuid[]) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- In one order: of two who write several none waits for the other in a circle.
  PERFORM note_look(s, 'CORRECTION') FROM (SELECT DISTINCT unnest(subjects) AS s ORDER BY 1) asked;
END $$;

-- Whether a text holds each of these words, in one of their spellings.
CREATE FUNCTION holds_words(doc text, terms text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(bool_and(EXISTS (SELECT FROM unnest(string_to_array(term, '|')) spelling WHERE strpos(replace(doc, ' ', ''), spelling) > 0)), true)
    FROM unnest(terms) term;
END;

-- These members were the answer to what the caller asked (as search_members takes it): those are noted whom an employee who asks so would not find.
CREATE FUNCTION note_finds(subjects uuid[], terms text[], sounds text[], chosen text[], together boolean) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own profiles;
  company uuid := app_company_id();
  marks text := hidden_marks(company, 'EMPLOYEE');
  lines text[] := shown_lines(chosen, 'EMPLOYEE');
  settled boolean := NOT '{tenure,department}' && settling_fields(company, 'EMPLOYEE');
BEGIN
  SELECT * INTO own FROM own_profile();
  PERFORM note_look(d.member_id, 'FOUND') FROM (
    SELECT d.member_id FROM search_docs d
      WHERE d.company_id = company AND d.viewer_kind = 'EMPLOYEE' AND d.member_id = ANY (subjects)
        AND NOT ((holds_words(without_marked(d.doc, marks), terms) OR sounds <> '{}' AND holds_words(without_marked(d.doc, marks), sounds))
          AND (SELECT coalesce(bool_and(d.facets && string_to_array(line, E'\n')), true) FROM unnest(lines) line)
          AND (NOT together
            OR settled AND careers_overlap(own.department, own.joined_on, own.left_on, own.positions, d.department, d.joined_on, d.left_on, d.positions)))
      ORDER BY d.member_id) d;
END $$;
GRANT EXECUTE ON FUNCTION note_profile_look, note_correction_looks, note_finds TO okaeri_app;
