-- What a company asks of its people besides: its fields are for everybody to know and for HR to say; what somebody answers is a part of their
-- profile (profiles.details: {field: {value, audience}}).
CREATE POLICY company ON company_fields FOR SELECT TO okaeri_app USING (company_id = (SELECT app_company_id()));
CREATE POLICY company_seen ON company_fields FOR SELECT TO okaeri_people USING (company_id = (SELECT app_company_id()));
CREATE POLICY asked_by_hr ON company_fields TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND (SELECT app_role()) IN ('HR_ADMIN', 'OWNER'));
GRANT SELECT, INSERT, UPDATE (name_ja, name_en, hint_ja, hint_en, choices, next_choice, audience, place, state, stale_at, settled_to) ON company_fields TO okaeri_app;
GRANT SELECT ON company_fields TO okaeri_people;
GRANT SELECT, UPDATE, DELETE ON company_fields TO okaeri_lookup;
GRANT UPDATE (details) ON profiles TO okaeri_lookup;

-- Whether that is an answer to a field, as it is asked now.
CREATE FUNCTION answers_field(field company_fields, answer text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN answer IS NOT NULL AND (field.kind <> 'CHOICE' OR field.choices @> jsonb_build_array(jsonb_build_object('id', answer)));

-- Of what somebody answered what one may see who belongs to these audiences, by the fields: nothing of a field that is retired, or of a choice
-- that is there no more.
CREATE FUNCTION seen_details(company uuid, details jsonb, seen "Audience"[]) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(jsonb_object_agg(f.id, d.value -> 'value'), '{}') FROM jsonb_each(details) d
    JOIN company_fields f ON f.company_id = company AND f.id = d.key::uuid
    WHERE f.state = 'SHOWN' AND (d.value ->> 'audience')::"Audience" = ANY (seen) AND answers_field(f, d.value ->> 'value');
END;

GRANT EXECUTE ON FUNCTION seen_details, answers_field TO okaeri_app, okaeri_people;

-- Of these lines of facets what may be asked for: nothing of a field that is retired, or is not the company's, nor of a choice that is there no more (a dimension has none). Of
-- a line of which nothing is left, one that nobody has.
CREATE FUNCTION shown_lines(lines text[]) RETURNS text[] LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT ARRAY(SELECT CASE WHEN NOT starts_with(line, 'field.') THEN line ELSE coalesce((
      SELECT string_agg(facet, E'\n' ORDER BY nth) FROM unnest(string_to_array(line, E'\n')) WITH ORDINALITY AS asked (facet, nth)
        JOIN company_fields f ON f.company_id = (SELECT app_company_id()) AND f.id::text = split_part(split_part(facet, ':', 1), '.', 2)
        WHERE f.state = 'SHOWN' AND (facet LIKE '%:' OR answers_field(f, substr(facet, strpos(facet, ':') + 1)))), 'nobody') END
    FROM unnest(lines) WITH ORDINALITY AS l (line, n) ORDER BY n);
END;

-- The marks in search texts (lib/people/search-text.ts) of the fields that are shown no more, and may still stand there; null where there are none.
CREATE FUNCTION hidden_marks(company uuid) RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT string_agg(chr(57344 + f.mark), '') FROM company_fields f WHERE f.company_id = company AND f.state <> 'SHOWN' AND f.stale_at IS NOT NULL;
END;

-- A text without what stands behind these marks.
CREATE FUNCTION without_marked(doc text, marks text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN marks IS NULL THEN doc ELSE regexp_replace(doc, '\|[' || marks || '][^|]*', '', 'g') END;
