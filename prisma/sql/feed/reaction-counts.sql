-- How many of a line's answers are of listed members is kept beside it: many answers cost a page no more than few. Once for a statement, in one
-- order.
CREATE FUNCTION count_reactions() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  changed feed_reactions[];
  sign int := CASE WHEN TG_OP = 'DELETE' THEN -1 ELSE 1 END;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    changed := ARRAY(SELECT ROW(n.*)::feed_reactions FROM new_rows n JOIN old_rows o USING (company_id, event_id, member_id, kind)
      WHERE n.listed <> o.listed);
  ELSIF TG_OP = 'INSERT' THEN
    changed := ARRAY(SELECT ROW(n.*)::feed_reactions FROM new_rows n WHERE n.listed);
  ELSE
    changed := ARRAY(SELECT ROW(o.*)::feed_reactions FROM old_rows o WHERE o.listed);
  END IF;
  PERFORM FROM feed_events e WHERE (e.company_id, e.id) IN (SELECT c.company_id, c.event_id FROM unnest(changed) c)
    ORDER BY e.company_id, e.id FOR NO KEY UPDATE;
  UPDATE feed_events e SET okaeri = e.okaeri + c.change
    FROM (SELECT company_id, event_id, sum(CASE WHEN listed THEN sign ELSE -sign END) AS change FROM unnest(changed) GROUP BY 1, 2) c
    WHERE e.company_id = c.company_id AND e.id = c.event_id;
  RETURN NULL;
END $$;
CREATE TRIGGER count_given AFTER INSERT ON feed_reactions REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_reactions();
CREATE TRIGGER count_taken AFTER DELETE ON feed_reactions REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_reactions();
CREATE TRIGGER count_listed AFTER UPDATE ON feed_reactions REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_reactions();

-- Whom the directory lists no more, or again.
CREATE FUNCTION list_reactions() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE feed_reactions r SET listed = n.listed IS NOT NULL FROM new_rows n JOIN old_rows o USING (company_id, member_id)
    WHERE (n.listed IS NULL) <> (o.listed IS NULL) AND r.company_id = n.company_id AND r.member_id = n.member_id
      AND r.listed <> (n.listed IS NOT NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER list_reactions AFTER UPDATE ON profiles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION list_reactions();

-- Makes the kept counts what the answers are. Within the transaction that makes these triggers.
CREATE FUNCTION recount_reactions() RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  UPDATE feed_reactions r SET listed = p.listed IS NOT NULL FROM profiles p
    WHERE p.company_id = r.company_id AND p.member_id = r.member_id AND r.listed <> (p.listed IS NOT NULL);
  UPDATE feed_events e SET okaeri = c.given FROM (
      SELECT f.company_id, f.id, count(r.member_id)::int AS given FROM feed_events f
        LEFT JOIN feed_reactions r ON r.company_id = f.company_id AND r.event_id = f.id AND r.listed
        WHERE f.okaeri <> 0 OR r.member_id IS NOT NULL GROUP BY 1, 2) c
    WHERE e.company_id = c.company_id AND e.id = c.id AND e.okaeri <> c.given;
END;
