-- Profiles that changed. Of one change each kind of viewer has a line of its own, or none, as has the one to whom alone somebody shows that they would come back: of what is hidden from them nothing is in it, not even
-- when it was written. One tells of all that changes within an hour, and stands where the first of it did, so that it does not move.

-- The parts of a profile, as somebody sees it, in which something stands.
CREATE FUNCTION filled_sections(seen profiles) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_remove(ARRAY['names',
    CASE WHEN seen.headline <> '' THEN 'headline' END,
    CASE WHEN seen.about <> '' THEN 'about' END,
    CASE WHEN concat(seen.employer, seen.employer_title, seen.industry, seen.work) <> '' THEN 'work' END,
    CASE WHEN seen.area <> '' THEN 'area' END,
    CASE WHEN seen.purposes <> '{}' THEN 'purposes' END,
    CASE WHEN seen.rehire THEN 'rehire' END,
    CASE WHEN seen.skills <> '{}' THEN 'skills' END,
    CASE WHEN seen.links <> '{}' THEN 'links' END], NULL)
    -- Each is hidden by itself.
    || ARRAY(SELECT 'details.' || field FROM jsonb_object_keys(seen.details) field);
GRANT EXECUTE ON FUNCTION filled_sections TO okaeri_app, okaeri_people;

-- Of the lines for viewers of the caller's kind what they tell still: what such a viewer sees now, and nothing where that is nothing.
CREATE POLICY changes ON feed_events FOR SELECT TO okaeri_people
  USING (company_id = (SELECT app_company_id()) AND viewer_kind = (SELECT app_viewer_kind())
    AND (reader_id IS NULL OR reader_id = (SELECT app_member_id())));
GRANT SELECT ON feed_events TO okaeri_people;
CREATE VIEW told_changes AS
  SELECT e.company_id, e.id, ARRAY(SELECT s FROM unnest(e.sections) s WHERE s = ANY (seen.sections)) AS sections
    FROM feed_events e JOIN profiles p ON p.company_id = e.company_id AND p.member_id = e.member_id
    CROSS JOIN caller_eyes() viewer
    CROSS JOIN LATERAL (SELECT filled_sections(v) AS sections FROM visible_to(viewer.seen, viewer.closed, p, e.reader_id) v OFFSET 0) seen
    WHERE e.viewer_kind IS NOT NULL AND e.sections && seen.sections;
GRANT SELECT ON told_changes TO okaeri_app;
GRANT CREATE ON SCHEMA public TO okaeri_people;
ALTER VIEW told_changes OWNER TO okaeri_people;
REVOKE CREATE ON SCHEMA public FROM okaeri_people;

-- Tells that these parts of the caller's profile have changed, once they have: to each kind of viewer those that it sees. Returns the lines that are
-- new, which get these ids. What one sees no more is told no more, and is no news when it is shown again. Under the lock of own.sql.
CREATE FUNCTION record_changes(changed text[], ids uuid[]) RETURNS TABLE (id uuid, viewer_kind "ViewerKind")
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
  listed boolean := EXISTS (SELECT FROM profiles p WHERE p.company_id = company AND p.member_id = me AND p.listed IS NOT NULL);
  reader record;
  contact uuid;
  seen text[];
  told text[];
BEGIN
  -- Who is parted from the contact at this moment waits, and then finds the line that was told to them.
  PERFORM FROM rehire_contacts r WHERE r.company_id = company AND r.member_id = me FOR SHARE;
  contact := own_rehire_contact();
  FOR reader IN SELECT x.kind, x.id, NULL::uuid AS member FROM unnest(enum_range(NULL::"ViewerKind"), ids) AS x(kind, id) WHERE x.kind IS NOT NULL
      UNION ALL SELECT viewer_kind_of(m), ids[4], m.id FROM members m WHERE m.company_id = company AND m.id = contact LOOP
    SELECT filled_sections(v) INTO seen FROM own_profile_as(reader.kind) v;
    IF reader.member IS NOT NULL THEN
      -- What else they see is in the line of their kind.
      SELECT ARRAY(SELECT s FROM unnest(filled_sections(v)) s WHERE s <> ALL (seen)) INTO seen FROM own_profile_as_contact() v;
    END IF;
    UPDATE feed_events e SET sections = ARRAY(SELECT s FROM unnest(e.sections) s WHERE s = ANY (seen))
      WHERE e.company_id = company AND e.member_id = me AND e.viewer_kind = reader.kind AND e.reader_id IS NOT DISTINCT FROM reader.member
        AND NOT e.sections <@ seen;
    told := ARRAY(SELECT s FROM unnest(changed) s WHERE s = ANY (seen));
    CONTINUE WHEN told = '{}' OR NOT listed;
    UPDATE feed_events e SET sections = e.sections || ARRAY(SELECT s FROM unnest(told) s WHERE s <> ALL (e.sections))
      WHERE e.company_id = company AND e.member_id = me AND e.viewer_kind = reader.kind AND e.reader_id IS NOT DISTINCT FROM reader.member
        AND e.occurred_at > now() - interval '1 hour' AND e.sections <> '{}';
    CONTINUE WHEN FOUND;
    INSERT INTO feed_events (company_id, id, kind, member_id, viewer_kind, reader_id, sections)
      VALUES (company, reader.id, 'CHANGED', me, reader.kind, reader.member, told);
    id := reader.id;
    viewer_kind := reader.kind;
    RETURN NEXT;
  END LOOP;
  DELETE FROM feed_events e WHERE e.company_id = company AND e.member_id = me AND e.viewer_kind IS NOT NULL AND e.sections = '{}';
END $$;
GRANT EXECUTE ON FUNCTION record_changes TO okaeri_app;
