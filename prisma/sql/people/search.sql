GRANT SELECT, INSERT, UPDATE ON search_docs TO okaeri_lookup;

-- Of the members whom the caller finds those whose document for viewers of the caller's kind contains every term, at most `max_count`, in no order; where there is
-- nobody and `sounds` has any, those whose document contains every one of these. A term may offer spellings, parted by "|".
-- Under row-level security Postgres would use neither LIKE nor an array index: their operators are not leakproof.
-- Terms come normalised as the documents are (lib/people/search-text.ts).
CREATE FUNCTION search_members(terms text[], max_count int, sounds text[] DEFAULT '{}') RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
  SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  company uuid := app_company_id();
  kind "ViewerKind" := app_viewer_kind();
  parted uuid[] := parted_from_caller();
  asked text[] := terms;
  wanted text[];
  patterns text[];
  choices text[];
  term text;
  spellings text[];
BEGIN
  LOOP
    wanted := '{}';
    patterns := '{}';
    choices := '{}';
    FOREACH term IN ARRAY asked LOOP
      spellings := string_to_array(term, '|');
      wanted := wanted || grams_of_all(spellings);
      IF cardinality(spellings) > 1 THEN
        choices := choices || term;
      ELSIF length(term) > 1 THEN
        patterns := patterns || ('%' || regexp_replace(term, '([\\%_])', '\\\1', 'g') || '%');
      END IF;
    END LOOP;
    RETURN QUERY SELECT member_id FROM search_docs
      WHERE company_id = company AND viewer_kind = kind AND search_docs.grams @> wanted
        AND replace(doc, ' ', '') LIKE ALL (patterns) AND replace(doc, ' ', '') ~ ALL (choices)
        AND member_id <> ALL (parted) AND (NOT unlisted OR talks_with_caller(member_id))
      LIMIT max_count;
    EXIT WHEN FOUND OR asked = sounds OR cardinality(sounds) = 0;
    asked := sounds;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION search_members TO okaeri_app;

-- What every text has that contains one of these: a single character itself, of longer ones the pairs of neighbours.
CREATE FUNCTION grams_of_all(spellings text[]) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  common text[];
  spelling text;
  own text[];
BEGIN
  FOREACH spelling IN ARRAY spellings LOOP
    own := CASE WHEN length(spelling) = 1 THEN ARRAY[spelling]
      ELSE ARRAY(SELECT DISTINCT substr(spelling, i, 2) FROM generate_series(1, length(spelling) - 1) i) END;
    common := CASE WHEN common IS NULL THEN own ELSE ARRAY(SELECT unnest(common) INTERSECT SELECT unnest(own)) END;
  END LOOP;
  RETURN common;
END $$;

-- Of these members those whose surname, in any way to write it, begins with one of the terms. Tells no more than a search.
CREATE FUNCTION members_by_surname(asked uuid[], terms text[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT d.member_id FROM search_docs d
    WHERE d.company_id = (SELECT app_company_id()) AND d.member_id = ANY (asked) AND d.viewer_kind = (SELECT app_viewer_kind())
      AND EXISTS (SELECT FROM unnest(terms) AS term, unnest(string_to_array(term, '|')) AS spelling WHERE strpos(d.doc, '||' || spelling) > 0);
END;
GRANT EXECUTE ON FUNCTION members_by_surname TO okaeri_app;

-- Puts down what viewers of a kind may find the caller by.
CREATE FUNCTION put_own_search_doc(kind "ViewerKind", new_doc text) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  INSERT INTO search_docs (company_id, member_id, viewer_kind, doc, unlisted)
    SELECT p.company_id, p.member_id, kind, new_doc, p.unlisted FROM own_profile() p
    ON CONFLICT (company_id, member_id, viewer_kind) DO UPDATE SET doc = excluded.doc, unlisted = excluded.unlisted;
END;
GRANT EXECUTE ON FUNCTION put_own_search_doc TO okaeri_app;
