-- What is passed over of what people are found by, once HR has changed a field or a limit, before this has followed (settling.sql).

-- Of the fields that every profile has those that are closed to such viewers, and may still stand in what people are found by.
CREATE FUNCTION settling_fields(company uuid, viewers "ViewerKind") RETURNS text[] LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT coalesce(array_agg(l.field), '{}') FROM company_limits l
    WHERE l.company_id = company AND l.stale_at IS NOT NULL AND l.widest <> ALL (audiences_of(viewers));
END;

-- The fields of which the facets of a dimension are made (lib/people/facets.ts), and without which nobody is found to have been here with one.
CREATE FUNCTION fields_behind(dimension text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE dimension WHEN 'department' THEN '{department}'::text[] WHEN 'joined' THEN '{tenure}'::text[] WHEN 'left' THEN '{tenure}'::text[] WHEN 'with' THEN '{tenure}'::text[]
    WHEN 'area' THEN '{area}'::text[] WHEN 'open' THEN '{purposes,rehire}'::text[] WHEN 'skill' THEN '{skills}'::text[]
    WHEN 'employer' THEN '{work}'::text[] ELSE '{}'::text[] END;
GRANT EXECUTE ON FUNCTION fields_behind TO okaeri_app;

-- By which such a field is told in search texts, as lib/people/search-text.ts has it.
CREATE FUNCTION mark_of(field text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN chr(61440 + array_position('{tenure,department,formerName,headline,skills,area}'::text[], field));

-- Of these lines of facets what such viewers may ask for: nothing of a field that is retired, is not the company's, or is closed to them, nor of a choice that is there no more (a
-- dimension has none). Of a line of which nothing is left, one that nobody has.
CREATE FUNCTION shown_lines(lines text[], viewers "ViewerKind") RETURNS text[] LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT ARRAY(SELECT CASE WHEN NOT starts_with(line, 'field.') THEN
      CASE WHEN fields_behind(split_part(line, ':', 1)) && (SELECT settling_fields((SELECT app_company_id()), viewers)) THEN 'nobody' ELSE line END ELSE coalesce((
      SELECT string_agg(facet, E'\n' ORDER BY nth) FROM unnest(string_to_array(line, E'\n')) WITH ORDINALITY AS asked (facet, nth)
        JOIN company_fields f ON f.company_id = (SELECT app_company_id()) AND f.id::text = split_part(split_part(facet, ':', 1), '.', 2)
        WHERE f.state = 'SHOWN' AND f.widest = ANY (audiences_of(viewers)) AND (facet LIKE '%:' OR answers_field(f, substr(facet, strpos(facet, ':') + 1)))), 'nobody') END
    FROM unnest(lines) WITH ORDINALITY AS l (line, n) ORDER BY n);
END;

-- The marks in search texts (lib/people/search-text.ts) of the fields that such viewers are shown no more, and that may still stand there; null where there are none.
CREATE FUNCTION hidden_marks(company uuid, viewers "ViewerKind") RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT string_agg(mark, '') FROM (
    SELECT chr(57344 + f.mark) FROM company_fields f
      WHERE f.company_id = company AND f.stale_at IS NOT NULL AND (f.state <> 'SHOWN' OR f.widest <> ALL (audiences_of(viewers)))
    UNION ALL SELECT mark_of(field) FROM unnest(settling_fields(company, viewers)) field) hidden (mark);
END;

-- A text without what stands behind these marks; that of a former surname stands before its bars.
CREATE FUNCTION without_marked(doc text, marks text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN marks IS NULL THEN doc ELSE regexp_replace(doc, '(\|[' || marks || ']|[' || marks || ']\|\|)[^|' || marks || ']*', '', 'g') END;
