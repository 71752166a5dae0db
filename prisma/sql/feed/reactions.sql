-- What members answer a line with. Who answered is read by the functions below alone, as far as the caller finds them: not those whom a block
-- parts from the caller, and of those whom the directory does not list only whom the caller is in a conversation with.
GRANT SELECT, INSERT, UPDATE (listed), DELETE ON feed_reactions TO okaeri_lookup;
GRANT SELECT, INSERT, UPDATE ON feed_marks TO okaeri_lookup;

-- Whether the caller reads a line that can be answered. With the caller's rights, of functions that look further.
CREATE FUNCTION is_answerable(line uuid) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM feed_events e JOIN profiles o ON o.company_id = e.company_id AND o.member_id = e.member_id
    WHERE e.company_id = (SELECT app_company_id()) AND e.id = line AND e.kind = 'JOINED' AND o.listed IS NOT NULL
      AND e.member_id <> ALL (parted_from_caller()));
END;

-- Gives おかえり to another member's line, or takes it back; NULL where the caller reads no such line, else whether it was otherwise before.
-- The caller's profile is held still: whoever ceases to be listed meanwhile has an answer that is not listed either.
CREATE FUNCTION put_okaeri(line uuid, given boolean) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
  is_listed boolean;
BEGIN
  SELECT p.listed IS NOT NULL INTO is_listed FROM profiles p WHERE p.company_id = company AND p.member_id = me FOR SHARE;
  IF NOT is_answerable(line) OR EXISTS (SELECT FROM feed_events e WHERE e.company_id = company AND e.id = line AND e.member_id = me) THEN
    RETURN NULL;
  END IF;
  IF given THEN
    INSERT INTO feed_reactions (company_id, event_id, member_id, listed, at) VALUES (company, line, me, is_listed, clock_timestamp())
      ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM feed_reactions WHERE company_id = company AND event_id = line AND member_id = me AND kind = 'OKAERI';
  END IF;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION put_okaeri TO okaeri_app;

-- Of a line's answers of members who are not listed those that the caller finds. Of a hundred, the first: beyond, they are neither counted nor
-- named. With the caller's rights, of functions that look further.
CREATE FUNCTION found_unlisted(company uuid, line uuid, parted uuid[]) RETURNS SETOF feed_reactions LANGUAGE sql STABLE ROWS 1
BEGIN ATOMIC
  SELECT r.* FROM (SELECT * FROM feed_reactions WHERE company_id = company AND event_id = line AND NOT listed ORDER BY at, member_id LIMIT 100) r
    JOIN members m ON m.company_id = r.company_id AND m.id = r.member_id AND m.status = 'ACTIVE'
    WHERE r.member_id <> ALL (parted) AND talks_with_caller(r.member_id);
END;

-- A line's answers, as far as the caller finds who gave them, after a place; the first of them. With the caller's rights, of functions that look
-- further.
CREATE FUNCTION found_reactions(company uuid, line uuid, parted uuid[], after_at timestamptz, after_member uuid, max_count int)
  RETURNS TABLE (member_id uuid, at timestamptz) LANGUAGE sql STABLE ROWS 10
BEGIN ATOMIC
  SELECT x.member_id, x.at FROM (
      (SELECT r.member_id, r.at FROM feed_reactions r WHERE r.company_id = company AND r.event_id = line AND r.listed
        AND (r.at, r.member_id) > (after_at, after_member) AND r.member_id <> ALL (parted) ORDER BY r.at, r.member_id LIMIT max_count)
      UNION ALL
      SELECT u.member_id, u.at FROM found_unlisted(company, line, parted) u WHERE (u.at, u.member_id) > (after_at, after_member)) x
    ORDER BY x.at, x.member_id LIMIT max_count;
END;

-- What the caller sees of the answers to those of these lines that they read: whether the line is their own (`unread`: answered since they
-- looked), whether they answered, how many others did, and who the first of these are.
CREATE FUNCTION okaeri_of(lines uuid[]) RETURNS TABLE (event_id uuid, own boolean, unread boolean, given boolean, others int, people jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 30 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  scope jsonb := app_scope();
  company uuid := scope ->> 'companyId';
  me uuid := scope ->> 'memberId';
  parted uuid[] := parted_from(company, me) || me;
  eyes record := eyes_of(company, (scope ->> 'viewerKind')::"ViewerKind");
  answered uuid[] := ARRAY(SELECT x FROM unnest(lines) x WHERE EXISTS (SELECT FROM feed_reactions r WHERE r.company_id = company AND r.event_id = x));
  looked timestamptz := (SELECT k.looked_at FROM feed_marks k WHERE k.company_id = company AND k.member_id = me);
BEGIN
  -- As is_answerable says, which asks for the scope again for each. Most lines have no answer, which one look tells.
  RETURN QUERY
  SELECT e.id, e.member_id = me, false, false, 0, '[]'::jsonb
    FROM feed_events e JOIN profiles o ON o.company_id = e.company_id AND o.member_id = e.member_id
    WHERE e.company_id = company AND e.id = ANY (lines) AND e.id <> ALL (answered) AND e.kind = 'JOINED' AND o.listed IS NOT NULL
      AND (e.member_id = me OR e.member_id <> ALL (parted));
  IF answered = '{}' THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT e.id, e.member_id = me,
    e.member_id = me AND coalesce((SELECT r.at FROM feed_reactions r WHERE r.company_id = company AND r.event_id = e.id AND r.listed
      AND r.member_id <> ALL (parted) ORDER BY r.at DESC, r.member_id DESC LIMIT 1) > coalesce(looked, '-infinity'), false),
    EXISTS (SELECT FROM feed_reactions r WHERE r.company_id = company AND r.event_id = e.id AND r.member_id = me AND r.kind = 'OKAERI'),
    -- Each looked up by its whole key.
    e.okaeri - (SELECT count(*) FROM unnest(parted) AS x (id) CROSS JOIN LATERAL (SELECT FROM feed_reactions r WHERE r.company_id = company
      AND r.event_id = e.id AND r.member_id = x.id AND r.kind = 'OKAERI' AND r.listed OFFSET 0) hidden)::int
      + (SELECT count(*) FROM found_unlisted(company, e.id, parted))::int,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('memberId', p.member_id, 'kind', m.kind, 'familyName', p.family_name, 'givenName', p.given_name, 'preferredName', p.preferred_name,
          'photoId', CASE WHEN m.status = 'ACTIVE' THEN p.photo_id END) ORDER BY f.at, f.member_id), '[]')
      FROM found_reactions(company, e.id, parted, '-infinity', '00000000-0000-0000-0000-000000000000', 3) f
      JOIN profiles q ON q.company_id = company AND q.member_id = f.member_id CROSS JOIN LATERAL visible_to(eyes.seen, eyes.closed, q) p
      JOIN members m ON m.company_id = company AND m.id = f.member_id)
    FROM feed_events e JOIN profiles o ON o.company_id = e.company_id AND o.member_id = e.member_id
    WHERE e.company_id = company AND e.id = ANY (answered) AND e.kind = 'JOINED' AND o.listed IS NOT NULL
      AND (e.member_id = me OR e.member_id <> ALL (parted));
END $$;
GRANT EXECUTE ON FUNCTION okaeri_of TO okaeri_app;

-- Who said おかえり to a line that the caller reads, as far as the caller finds them: the first `max_count` after a place, the earliest first.
CREATE FUNCTION okaeri_givers(line uuid, after_at timestamptz, after_member uuid, max_count int) RETURNS TABLE (member_id uuid, at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF is_answerable(line) THEN
    RETURN QUERY SELECT f.* FROM found_reactions(app_company_id(), line, parted_from_caller(), after_at, after_member, max_count) f;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION okaeri_givers TO okaeri_app;

-- Keeps that the caller has looked at what was answered to their lines until now.
CREATE FUNCTION mark_looked() RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  INSERT INTO feed_marks (company_id, member_id) SELECT app_company_id(), app_member_id()
    ON CONFLICT (company_id, member_id) DO UPDATE SET looked_at = now();
END;
GRANT EXECUTE ON FUNCTION mark_looked TO okaeri_app;
