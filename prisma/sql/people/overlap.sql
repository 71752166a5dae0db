-- Where somebody was when, as far as it is known: what they say they held, in whole months, and for the rest of the recorded time the department that
-- HR recorded. A position without an end goes on as long as they are here, and none goes beyond the recorded time, which HR may have corrected since.
CREATE FUNCTION stints_of(recorded text, joined date, gone date, positions jsonb) RETURNS TABLE (department text, since date, until date)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 3
BEGIN ATOMIC
  WITH held AS (
    SELECT s.* FROM (
      SELECT h ->> 'department', greatest(make_date(left(h ->> 'from', 4)::int, right(h ->> 'from', 2)::int, 1), joined),
        coalesce(least((make_date(left(h ->> 'until', 4)::int, right(h ->> 'until', 2)::int, 1) + interval '1 month - 1 day')::date, gone), 'infinity')
      FROM jsonb_array_elements(positions) h WHERE h ->> 'from' IS NOT NULL) s (department, since, until)
    WHERE s.since <= s.until
  )
  SELECT recorded, lower(r.rest), coalesce(upper(r.rest) - 1, 'infinity')
    FROM unnest(datemultirange(CASE WHEN joined <= coalesce(gone, 'infinity') THEN daterange(joined, gone, '[]') END)
      - coalesce((SELECT range_agg(daterange(h.since, nullif(h.until, 'infinity'), '[]')) FROM held h), '{}')) r (rest)
    WHERE recorded <> ''
  UNION ALL SELECT h.* FROM held h;
END;

CREATE FUNCTION stints_overlap(one_department text, one_joined date, one_left date, one_positions jsonb,
    other_department text, other_joined date, other_left date, other_positions jsonb)
  RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM stints_of(one_department, one_joined, one_left, one_positions) a
    JOIN stints_of(other_department, other_joined, other_left, other_positions) b
      ON a.department = b.department AND a.since <= b.until AND b.since <= a.until);
END;
-- Whether two careers overlap, as lib/people/overlap.ts says in words: in one department at one time, or joined in one year. What is not known
-- overlaps with nothing. Most have no positions: then it is comparisons alone.
CREATE FUNCTION careers_overlap(one_department text, one_joined date, one_left date, one_positions jsonb,
    other_department text, other_joined date, other_left date, other_positions jsonb)
  RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(extract(year FROM one_joined) = extract(year FROM other_joined), false)
    OR CASE WHEN one_positions = '[]' AND other_positions = '[]' THEN coalesce(one_department <> '' AND one_department = other_department
        AND one_joined <= coalesce(other_left, 'infinity') AND other_joined <= coalesce(one_left, 'infinity'), false)
      ELSE stints_overlap(one_department, one_joined, one_left, one_positions, other_department, other_joined, other_left, other_positions) END;
