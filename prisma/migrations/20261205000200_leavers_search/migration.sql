-- By what HR finds leavers: the grams of their text, and what the list is narrowed by, each behind the name of its filter. Led by their company, as search_keys are.
CREATE FUNCTION leaver_keys(company uuid, doc text, department text, employment text, tags text[], left_on date, mail text, ground "LeaverGround", deceased boolean)
  RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
BEGIN
  -- (What is null is left out.)
  RETURN public.search_keys(company, NULL, public.grams(doc) || ARRAY['department:' || department, 'employment:' || employment, 'left:' || extract(year FROM left_on),
    CASE WHEN tags <> '{}' THEN 'tagged' END, CASE WHEN mail IS NULL THEN 'mail:none' END, CASE WHEN ground IS NULL THEN 'ground:none' END,
    CASE WHEN deceased THEN 'deceased' END] || ARRAY(SELECT 'tag:' || tag FROM unnest(tags) AS tag));
END $$;
CREATE INDEX leavers_keys_idx ON leavers
  USING GIN (leaver_keys(company_id, doc, department, employment, tags, left_on, mail, ground, deceased));

-- Those whose last day is not known stand among those who will leave.
CREATE INDEX leavers_company_id_left_on_idx ON leavers (company_id, (coalesce(left_on, 'infinity')), id);
CREATE INDEX leavers_company_id_created_at_id_idx ON leavers (company_id, created_at, id);
