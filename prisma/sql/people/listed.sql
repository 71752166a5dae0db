-- Whom the directory lists, as what, and how many under each initial. A company's directory is as large as the company: its pages go by the
-- index of profiles.listed and read directory_counts, which triggers keep. What went past the triggers (a table that somebody filled with
-- them off) is put right by `npm run migrate`, whenever a file of prisma/sql has changed.
CREATE POLICY company ON directory_counts FOR SELECT TO okaeri_app USING (company_id = (SELECT app_company_id()));
GRANT SELECT ON directory_counts TO okaeri_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON directory_counts TO okaeri_lookup;
GRANT UPDATE (listed) ON profiles TO okaeri_lookup;
-- For the row locks below.
GRANT UPDATE (kind) ON members TO okaeri_lookup;

-- As what a profile is listed: as what its member is, while they are active, unless they want not to be.
CREATE FUNCTION listed_as(member members, profile profiles) RETURNS "MemberKind" LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN member.status = 'ACTIVE' AND NOT profile.unlisted THEN member.kind END;

-- How many the directory lists for the caller, and how many of them, at most `max_recent`, have come since.
CREATE FUNCTION company_census(since timestamptz, max_recent int) RETURNS TABLE (alumni int, employees int, joined_recently int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  scope jsonb := app_scope();
  company uuid := scope ->> 'companyId';
  viewers "ViewerKind" := scope ->> 'viewerKind';
  parted uuid[] := parted_from(company, (scope ->> 'memberId')::uuid);
BEGIN
  RETURN QUERY SELECT coalesce(sum(c.people) FILTER (WHERE c.kind = 'ALUMNUS'), 0)::int, coalesce(sum(c.people) FILTER (WHERE c.kind = 'EMPLOYEE'), 0)::int,
      (SELECT count(*)::int FROM (SELECT FROM search_docs d WHERE d.company_id = company AND d.viewer_kind = viewers AND d.kind IS NOT NULL AND NOT d.unlisted
        AND d.arrived_at >= since AND d.member_id <> ALL (parted) LIMIT max_recent) recent)
    FROM (SELECT l.kind, l.people FROM directory_counts l WHERE l.company_id = company
      UNION ALL SELECT p.listed, -1 FROM profiles p WHERE p.company_id = company AND p.member_id = ANY (parted) AND p.listed IS NOT NULL) c;
END $$;
GRANT EXECUTE ON FUNCTION company_census TO okaeri_app;

CREATE FUNCTION list_member() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE profiles p SET listed = listed_as(new, p) WHERE p.company_id = new.company_id AND p.member_id = new.id;
  RETURN NULL;
END $$;
CREATE TRIGGER list_member AFTER UPDATE OF status, kind ON members FOR EACH ROW
  WHEN (old.status IS DISTINCT FROM new.status OR old.kind IS DISTINCT FROM new.kind) EXECUTE FUNCTION list_member();

-- New profiles, once for a statement. Their members are held still: whoever changes one afterwards finds its profile.
CREATE FUNCTION list_new_profiles() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM members m JOIN new_rows n ON n.company_id = m.company_id AND n.member_id = m.id ORDER BY m.company_id, m.id FOR SHARE OF m;
  UPDATE profiles p SET listed = listed_as(m, p) FROM members m JOIN new_rows n ON n.company_id = m.company_id AND n.member_id = m.id
    WHERE p.company_id = m.company_id AND p.member_id = m.id AND listed_as(m, p) IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER list_new_profiles AFTER INSERT ON profiles REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION list_new_profiles();

-- The counts, once for a statement, and in one order: of two that change several none waits for the other in a circle. A new profile is listed
-- by an update.
CREATE FUNCTION count_listed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO directory_counts AS c (company_id, kind, initial, people)
      SELECT company_id, listed, left(sort_key, 1), -count(*) FROM old_rows WHERE listed IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (company_id, kind, initial) DO UPDATE SET people = c.people + excluded.people;
  ELSE
    INSERT INTO directory_counts AS c (company_id, kind, initial, people)
      SELECT company_id, listed, left(sort_key, 1), sum(change) FROM (
          SELECT company_id, listed, sort_key, 1 AS change FROM new_rows UNION ALL SELECT company_id, listed, sort_key, -1 FROM old_rows) changed
        WHERE listed IS NOT NULL GROUP BY 1, 2, 3 HAVING sum(change) <> 0 ORDER BY 1, 2, 3
      ON CONFLICT (company_id, kind, initial) DO UPDATE SET people = c.people + excluded.people;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_listed AFTER UPDATE ON profiles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_listed();
CREATE TRIGGER count_unlisted AFTER DELETE ON profiles REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_listed();

-- Makes all of it what the members are. Within the transaction that makes these triggers, which locks both tables (prisma/sql/last.sql).
CREATE FUNCTION recount_directory() RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  UPDATE profiles p SET listed = listed_as(m, p) FROM members m
    WHERE m.company_id = p.company_id AND m.id = p.member_id AND p.listed IS DISTINCT FROM listed_as(m, p);
  DELETE FROM directory_counts;
  INSERT INTO directory_counts (company_id, kind, initial, people)
    SELECT company_id, listed, left(sort_key, 1), count(*) FROM profiles WHERE listed IS NOT NULL GROUP BY 1, 2, 3;
END;
