-- Of the members whom the caller finds those who match, at most `max_count`, in no order: whose text for viewers of the caller's kind contains every
-- term, and where nobody's does and `sounds` has any, every one of these; who are of that kind; who have, of each line of `chosen` (facets, parted
-- by line feeds; eight lines at most), one; and, `together`, whose time here overlaps with the caller's. Of those who are not listed words alone find
-- some. A term may offer spellings, parted by "|". `among`: of these members alone. `by_sound` tells that `sounds` found them.
-- Under row-level security Postgres would use neither LIKE nor an array index: their operators are not leakproof.
-- Terms come normalised as the documents are (lib/people/search-text.ts), facets as lib/people/facets.ts makes them.
CREATE FUNCTION search_members(terms text[], max_count int, sounds text[] DEFAULT '{}', of_kind "MemberKind" DEFAULT NULL, chosen text[] DEFAULT '{}',
    together boolean DEFAULT false, among uuid[] DEFAULT NULL)
  RETURNS TABLE (member_id uuid, kind "MemberKind", sort_key text, arrived_at timestamptz, changed_at timestamptz, facets text[], by_sound boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
  SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  company uuid := app_company_id();
  viewers "ViewerKind" := app_viewer_kind();
  parted uuid[] := parted_from_caller();
  own profiles;
  shared text[];
  -- Apart, and folded into the plan: for each the index is asked, or nothing at all.
  lines text[] := shown_lines(chosen, viewers);
  any1 text[] := string_to_array(lines[1], E'\n');
  any2 text[] := string_to_array(lines[2], E'\n');
  any3 text[] := string_to_array(lines[3], E'\n');
  any4 text[] := string_to_array(lines[4], E'\n');
  any5 text[] := string_to_array(lines[5], E'\n');
  any6 text[] := string_to_array(lines[6], E'\n');
  any7 text[] := string_to_array(lines[7], E'\n');
  any8 text[] := string_to_array(lines[8], E'\n');
  -- Of whom so much is asked already it can be asked one by one.
  others text[] := lines[9:];
  marks text := hidden_marks(company, viewers);
  asked text[] := terms;
  wanted text[];
  patterns text[];
  choices text[];
  term text;
  spellings text[];
BEGIN
  IF together AND '{tenure,department}' && settling_fields(company, viewers) THEN
    RETURN;
  END IF;
  IF together THEN
    SELECT * INTO own FROM own_profile();
    shared := departments_of(own) || joined_with(own);
  END IF;
  LOOP
    wanted := '{}';
    patterns := '{}';
    choices := '{}';
    FOREACH term IN ARRAY asked LOOP
      spellings := string_to_array(term, '|');
      wanted := wanted || grams_of_all(spellings);
      IF cardinality(spellings) > 1 THEN
        choices := choices || term;
      ELSIF length(term) > 1 OR marks IS NOT NULL OR among IS NOT NULL THEN
        patterns := patterns || ('%' || regexp_replace(term, '([\\%_])', '\\\1', 'g') || '%');
      END IF;
    END LOOP;
    RETURN QUERY SELECT d.member_id, d.kind, d.sort_key, d.arrived_at, d.changed_at, d.facets, asked <> terms FROM search_docs d
      WHERE d.company_id = company AND d.viewer_kind = viewers AND (among IS NULL OR d.member_id = ANY (among))
        AND (of_kind IS NOT NULL OR d.kind IS NOT NULL) AND (of_kind IS NULL OR d.kind = of_kind)
        AND (among IS NOT NULL OR wanted = '{}' OR search_keys(d.company_id, d.kind, d.grams || d.facets) @> search_keys(company, of_kind, wanted))
        AND (patterns = '{}' OR replace(without_marked(d.doc, marks), ' ', '') LIKE ALL (patterns))
        AND (choices = '{}' OR replace(without_marked(d.doc, marks), ' ', '') ~ ALL (choices))
        AND (any1 IS NULL OR search_keys(d.company_id, d.kind, d.grams || d.facets) && search_keys(company, NULL, any1))
        AND (any2 IS NULL OR search_keys(d.company_id, d.kind, d.grams || d.facets) && search_keys(company, NULL, any2))
        AND (any3 IS NULL OR search_keys(d.company_id, d.kind, d.grams || d.facets) && search_keys(company, NULL, any3))
        AND (any4 IS NULL OR search_keys(d.company_id, d.kind, d.grams || d.facets) && search_keys(company, NULL, any4))
        AND (any5 IS NULL OR search_keys(d.company_id, d.kind, d.grams || d.facets) && search_keys(company, NULL, any5))
        AND (any6 IS NULL OR search_keys(d.company_id, d.kind, d.grams || d.facets) && search_keys(company, NULL, any6))
        AND (any7 IS NULL OR search_keys(d.company_id, d.kind, d.grams || d.facets) && search_keys(company, NULL, any7))
        AND (any8 IS NULL OR search_keys(d.company_id, d.kind, d.grams || d.facets) && search_keys(company, NULL, any8))
        AND (others = '{}' OR NOT EXISTS (SELECT FROM unnest(others) line WHERE NOT d.facets && string_to_array(line, E'\n')))
        AND (shared IS NULL OR search_keys(d.company_id, d.kind, d.grams || d.facets) && search_keys(company, NULL, shared) AND d.member_id <> own.member_id
          AND careers_overlap(own.department, own.joined_on, own.left_on, own.positions, d.department, d.joined_on, d.left_on, d.positions))
        AND d.member_id <> ALL (parted) AND (NOT d.unlisted OR terms <> '{}' AND talks_with_caller(d.member_id))
      LIMIT max_count;
    EXIT WHEN FOUND OR asked = sounds OR cardinality(sounds) = 0;
    asked := sounds;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION search_members TO okaeri_app;

-- The facets of those who were in a department of somebody's,
CREATE FUNCTION departments_of(own profiles) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT ARRAY(SELECT DISTINCT 'department:' || department FROM stints_of(own.department, own.joined_on, own.left_on, own.positions));
END;

-- and of those who joined in the same year.
CREATE FUNCTION joined_with(own profiles) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN 'joined:' || extract(year FROM own.joined_on);

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
      CROSS JOIN (SELECT hidden_marks((SELECT app_company_id()), (SELECT app_viewer_kind())) AS marks OFFSET 0) hidden
    WHERE d.company_id = (SELECT app_company_id()) AND d.member_id = ANY (asked) AND d.viewer_kind = (SELECT app_viewer_kind())
      AND EXISTS (SELECT FROM unnest(terms) AS term, unnest(string_to_array(term, '|')) AS spelling
        WHERE strpos(without_marked(d.doc, hidden.marks), '||' || spelling) > 0);
END;
GRANT EXECUTE ON FUNCTION members_by_surname TO okaeri_app;
