-- In one order, whatever memory a session has for making it: what a backup brings back is the same to the byte. Rows that are there keep theirs.
CREATE OR REPLACE FUNCTION grams(doc text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  found text[] := '{}';
  here text;
  before text := '|';
BEGIN
  FOREACH here IN ARRAY string_to_array(replace(doc, ' ', ''), NULL) LOOP
    IF here <> '|' THEN
      found := found || here;
      IF before <> '|' THEN
        found := found || (before || here);
      END IF;
    END IF;
    before := here;
  END LOOP;
  RETURN ARRAY(SELECT DISTINCT gram COLLATE "C" AS ordered FROM unnest(found) AS gram ORDER BY ordered);
END $$;
