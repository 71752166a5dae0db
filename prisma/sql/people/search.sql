GRANT SELECT, INSERT, UPDATE ON search_docs TO okaeri_lookup;

-- Members of the company whose document for the transaction's audience contains every term, at most `max_count`, in no order.
-- Under row-level security Postgres would use neither LIKE nor an array index: their operators are not leakproof.
-- Terms come normalised as the documents are (lib/people/search-text.ts).
CREATE FUNCTION search_members(terms text[], max_count int) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
  SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  company uuid := app_company_id();
  seen_by "Audience" := app_audience();
  wanted text[] := '{}';
  patterns text[] := '{}';
  term text;
BEGIN
  FOREACH term IN ARRAY terms LOOP
    IF length(term) = 1 THEN
      wanted := wanted || term;
    ELSE
      wanted := wanted || ARRAY(SELECT DISTINCT substr(term, i, 2) FROM generate_series(1, length(term) - 1) i);
      patterns := patterns || ('%' || regexp_replace(term, '([\\%_])', '\\\1', 'g') || '%');
    END IF;
  END LOOP;
  RETURN QUERY SELECT member_id FROM search_docs
    WHERE company_id = company AND audience = seen_by AND search_docs.grams @> wanted
      AND replace(doc, ' ', '') LIKE ALL (patterns)
    LIMIT max_count;
END $$;
GRANT EXECUTE ON FUNCTION search_members TO okaeri_app;

-- Puts down what these eyes may find the caller by.
CREATE FUNCTION put_own_search_doc(seen_by "Audience", new_doc text) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  INSERT INTO search_docs (company_id, member_id, audience, doc) VALUES ((SELECT app_company_id()), (SELECT app_member_id()), seen_by, new_doc)
    ON CONFLICT (company_id, member_id, audience) DO UPDATE SET doc = excluded.doc;
END;
GRANT EXECUTE ON FUNCTION put_own_search_doc TO okaeri_app;
