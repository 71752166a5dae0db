-- Of these members those who worked here at one time with that one, as far as each of the two may see the other's years: what one hides
-- shows nowhere, not in who may write to whom either.
CREATE FUNCTION colleagues_of(one uuid, others uuid[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  WITH eyes AS MATERIALIZED (
    SELECT kind, e.seen, e.closed FROM unnest(enum_range(NULL::"ViewerKind")) kind CROSS JOIN LATERAL eyes_of((SELECT app_company_id()), kind) e)
  SELECT q.member_id FROM members m JOIN profiles p ON p.company_id = m.company_id AND p.member_id = m.id
    JOIN profiles q ON q.company_id = m.company_id AND q.member_id = ANY (others)
    JOIN members o ON o.company_id = m.company_id AND o.id = q.member_id
    JOIN eyes theirs ON theirs.kind = viewer_kind_of(o) CROSS JOIN LATERAL visible_to(theirs.seen, theirs.closed, p) a
    JOIN eyes own ON own.kind = viewer_kind_of(m) CROSS JOIN LATERAL visible_to(own.seen, own.closed, q) b
    WHERE m.company_id = (SELECT app_company_id()) AND m.id = one
      AND a.joined_on <= coalesce(b.left_on, 'infinity') AND b.joined_on <= coalesce(a.left_on, 'infinity');
END;

-- Whether there is a department in which somebody was with the one, and with the other, each at some time.
CREATE FUNCTION met_both(one profiles, other profiles, third search_docs) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM stints_of(third.department, third.joined_on, third.left_on, third.positions) c
      JOIN stints_of(one.department, one.joined_on, one.left_on, one.positions) a
        ON a.department = c.department AND a.since <= c.until AND c.since <= a.until
    WHERE EXISTS (SELECT FROM stints_of(third.department, third.joined_on, third.left_on, third.positions) again
      JOIN stints_of(other.department, other.joined_on, other.left_on, other.positions) b
        ON b.department = again.department AND b.since <= again.until AND again.since <= b.until
      WHERE again.department = c.department));
END;

-- Of so large a department, of those who were there with the one and with the other, the seats of those who came first, by years: `taken` who was in the department,
-- `begun` when the later of the two came there, `ended` when the first of them left it. With the caller's rights.
CREATE FUNCTION first_seats(company uuid, viewers "ViewerKind", taken bit varying, begun date, ended date, max_count int) RETURNS int[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  gone bit varying := (SELECT bit_or(pg_catalog."bit"(c.seats, length(taken), true)) FROM facet_counts c WHERE c.company_id = company AND c.viewer_kind = viewers
    AND c.facet >= 'left:' COLLATE "C" AND c.facet < to_char(begun, '"left:"YYYY') COLLATE "C" AND c.people > 0);
  there bit varying := taken & ~ coalesce(gone, taken # taken);
  first bit varying := taken # taken;
  before bit varying := first;
  joined bit varying;
BEGIN
  FOR joined IN SELECT c.seats FROM facet_counts c WHERE c.company_id = company AND c.viewer_kind = viewers
      AND c.facet >= 'joined:' COLLATE "C" AND c.facet < 'joined;' COLLATE "C" AND (ended = 'infinity' OR c.facet <= to_char(ended, '"joined:"YYYY') COLLATE "C") AND c.people > 0
    ORDER BY c.company_id, c.viewer_kind, c.facet, c.kind LOOP
    before := first;
    first := first | pg_catalog."bit"(joined, length(taken), true) & there;
    EXIT WHEN bit_count(first) >= max_count;
  END LOOP;
  -- Of the last year as many as there is room for.
  RETURN seats_in(before) || (seats_in(first & ~ before))[:greatest(max_count - bit_count(before), 0)];
END $$;

-- Of those whom the directory lists for the caller who were in one department with the caller and with that member, with each at some time, as far as the caller sees the
-- years and departments of both: how many there are, at most `max_count`, whether there may be more, and the ids of so many who were there longest. Of a department of
-- more than `max_looked` so many are looked at, who came first.
CREATE FUNCTION mutual_colleagues(other uuid, max_shown int, max_count int, max_looked int) RETURNS TABLE (total int, at_least boolean, ids uuid[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  scope jsonb := app_scope();
  company uuid := scope ->> 'companyId';
  me uuid := scope ->> 'memberId';
  viewers "ViewerKind" := scope ->> 'viewerKind';
  own profiles;
  theirs profiles;
  plain boolean;
  shared text[] := '{}';
  begun date;
  ended date;
  taken bit varying;
  looked int[];
BEGIN
  total := 0;
  at_least := false;
  ids := '{}';
  SELECT p.department, p.joined_on, p.left_on, p.positions INTO own.department, own.joined_on, own.left_on, own.positions
    FROM profiles p WHERE p.company_id = company AND p.member_id = me AND me <> other;
  SELECT v.department, v.joined_on, v.left_on, v.positions INTO theirs.department, theirs.joined_on, theirs.left_on, theirs.positions
    FROM profiles p CROSS JOIN LATERAL eyes_of(company, viewers) e CROSS JOIN LATERAL visible_to(e.seen, e.closed, p) v
    WHERE p.company_id = company AND p.member_id = other;
  -- Most have no positions: then it is comparisons alone.
  plain := own.positions = '[]' AND theirs.positions = '[]';
  IF '{tenure,department}' && settling_fields(company, viewers) OR own.joined_on IS NULL OR theirs.joined_on IS NULL THEN
    NULL;
  ELSIF NOT plain THEN
    SELECT coalesce(array_agg('department:' || s.department), '{}'), min(s.begun), max(s.ended) INTO shared, begun, ended FROM (
      SELECT a.department, greatest(min(a.since), min(b.since)) AS begun, least(max(a.until), max(b.until)) AS ended
        FROM stints_of(own.department, own.joined_on, own.left_on, own.positions) a
        JOIN stints_of(theirs.department, theirs.joined_on, theirs.left_on, theirs.positions) b ON b.department = a.department GROUP BY a.department) s;
  ELSIF own.department <> '' AND own.department = theirs.department THEN
    shared := ARRAY['department:' || own.department];
    begun := greatest(own.joined_on, theirs.joined_on);
    ended := least(coalesce(own.left_on, 'infinity'), coalesce(theirs.left_on, 'infinity'));
  END IF;
  IF shared <> '{}' THEN
    taken := seats_with(NULL, ARRAY[array_to_string(shared, E'\n')], parted_from(company, me) || me || other);
    looked := CASE WHEN bit_count(taken) > max_looked THEN first_seats(company, viewers, taken, begun, ended, max_looked) ELSE seats_in(taken) END;
    SELECT least(count(*), max_count), (array_agg(m.member_id ORDER BY m.days DESC, m.sort_key, m.member_id))[:max_shown] INTO total, ids
      FROM (SELECT d.member_id, d.sort_key COLLATE "C" AS sort_key, coalesce(d.left_on, current_date) - d.joined_on AS days FROM search_docs d
        WHERE d.company_id = company AND d.viewer_kind = viewers AND d.seat = ANY (looked)
          AND CASE WHEN plain AND d.positions = '[]'
            THEN d.joined_on <= coalesce(own.left_on, 'infinity') AND own.joined_on <= coalesce(d.left_on, 'infinity')
              AND d.joined_on <= coalesce(theirs.left_on, 'infinity') AND theirs.joined_on <= coalesce(d.left_on, 'infinity')
            ELSE met_both(own, theirs, d) END) m;
    at_least := total = max_count OR bit_count(taken) > max_looked AND cardinality(looked) = max_looked;
    ids := coalesce(ids, '{}');
  END IF;
  RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION mutual_colleagues TO okaeri_app;
