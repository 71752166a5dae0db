-- Whether two careers overlap, as lib/people/overlap.ts says in words: in one department at one time, or joined in one year. What is not known
-- overlaps with nothing.
CREATE FUNCTION careers_overlap(one_department text, one_joined date, one_left date, other_department text, other_joined date, other_left date)
  RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(one_department <> '' AND one_department = other_department
      AND one_joined <= coalesce(other_left, 'infinity') AND other_joined <= coalesce(one_left, 'infinity')
    OR extract(year FROM one_joined) = extract(year FROM other_joined), false);
GRANT EXECUTE ON FUNCTION careers_overlap TO okaeri_app;
