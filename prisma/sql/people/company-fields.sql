-- What a company asks of its people besides: its fields are for everybody to know and for HR to say; what somebody answers is a part of their
-- profile (profiles.details: {field: {value, audience}}).
CREATE POLICY company ON company_fields FOR SELECT TO okaeri_app USING (company_id = (SELECT app_company_id()));
CREATE POLICY company_seen ON company_fields FOR SELECT TO okaeri_people USING (company_id = (SELECT app_company_id()));
CREATE POLICY asked_by_hr ON company_fields TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND (SELECT app_role()) IN ('HR_ADMIN', 'OWNER'));
GRANT SELECT, INSERT, UPDATE (name_ja, name_en, hint_ja, hint_en, choices, next_choice, audience, widest, place, state, stale_at, settled_to) ON company_fields TO okaeri_app;
GRANT SELECT ON company_fields TO okaeri_people;
GRANT SELECT, UPDATE, DELETE ON company_fields TO okaeri_lookup;
GRANT UPDATE (details) ON profiles TO okaeri_lookup;

-- Whether that is an answer to a field, as it is asked now.
CREATE FUNCTION answers_field(field company_fields, answer text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN answer IS NOT NULL AND (field.kind <> 'CHOICE' OR field.choices @> jsonb_build_array(jsonb_build_object('id', answer)));

-- Of what somebody answered what one may see who belongs to these audiences, by the fields: nothing of a field that is retired, or of a choice
-- that is there no more, or of what the company closes to them.
CREATE FUNCTION seen_details(company uuid, details jsonb, seen "Audience"[]) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(jsonb_object_agg(f.id, d.value -> 'value'), '{}') FROM jsonb_each(details) d
    JOIN company_fields f ON f.company_id = company AND f.id = d.key::uuid
    WHERE f.state = 'SHOWN' AND (d.value ->> 'audience')::"Audience" = ANY (seen) AND f.widest = ANY (seen) AND answers_field(f, d.value ->> 'value');
END;

GRANT EXECUTE ON FUNCTION seen_details, answers_field TO okaeri_app, okaeri_people;
