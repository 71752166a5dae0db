-- After a field has changed: what people are found by follows, some hundred people at a time. Until then what is hidden is hidden already, as one reads
-- (visible_to, seen_details, shown_lines, hidden_marks, settling_fields).

-- A field that waits for it, the one that waits longest, held until the end of the transaction, and all of the company's.
CREATE FUNCTION claim_stale_field() RETURNS TABLE (company_id uuid, id uuid, fields jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_every_company();
  SELECT f.company_id, f.id INTO company_id, id FROM company_fields f WHERE f.stale_at <= now() ORDER BY f.stale_at LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF FOUND THEN
    fields := (SELECT jsonb_agg(to_jsonb(f)) FROM company_fields f WHERE f.company_id = claim_stale_field.company_id);
    RETURN NEXT;
  END IF;
END $$;

-- Another one comes first for a minute: this one could not be settled.
CREATE FUNCTION put_off_stale_field(company uuid, field uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  UPDATE company_fields f SET stale_at = now() + interval '1 minute' WHERE f.company_id = company AND f.id = field AND f.stale_at IS NOT NULL;
END $$;

-- The next of those who have answered it, held until the end of the transaction. What answers it no more is taken away. Nobody, where that is done: then
-- it waits no longer, and one that is deleted is gone.
CREATE FUNCTION settle_answers(company uuid, field uuid, most int) RETURNS SETOF uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  asked company_fields;
  people uuid[];
BEGIN
  PERFORM require_every_company();
  SELECT * INTO asked FROM company_fields f WHERE f.company_id = company AND f.id = field FOR UPDATE;
  people := ARRAY(SELECT p.member_id FROM profiles p WHERE p.company_id = company AND p.details ? field::text
      AND (asked.settled_to IS NULL OR p.member_id > asked.settled_to) ORDER BY p.member_id LIMIT most FOR UPDATE);
  IF people = '{}' AND asked.state = 'DELETED' THEN
    DELETE FROM company_fields f WHERE f.company_id = company AND f.id = field;
  ELSIF people = '{}' THEN
    UPDATE company_fields f SET stale_at = NULL, settled_to = NULL WHERE f.company_id = company AND f.id = field;
  ELSE
    UPDATE company_fields f SET settled_to = people[cardinality(people)] WHERE f.company_id = company AND f.id = field;
    UPDATE profiles p SET details = CASE WHEN asked.state = 'DELETED' THEN p.details - field::text
        ELSE jsonb_set(p.details, ARRAY[field::text, 'value'], 'null') END
      WHERE p.company_id = company AND p.member_id = ANY (people)
        AND (asked.state = 'DELETED' OR p.details -> field::text ->> 'value' IS NOT NULL AND NOT answers_field(asked, p.details -> field::text ->> 'value'));
  END IF;
  RETURN QUERY SELECT unnest(people);
END $$;

-- A company that waits since another limit holds of its people, the one that waits longest of those that no other worker is with, held until the end of the transaction; and all
-- of its fields. By a lock of the company: of two who began with one limit each, either would wait for the other's.
CREATE FUNCTION claim_stale_limits() RETURNS TABLE (company_id uuid, fields jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_every_company();
  FOR company_id IN SELECT l.company_id FROM company_limits l WHERE l.stale_at <= now() GROUP BY l.company_id ORDER BY min(l.stale_at) LOOP
    IF pg_try_advisory_xact_lock(hashtextextended('settle limits ' || claim_stale_limits.company_id, 0)) THEN
      fields := (SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]') FROM company_fields f WHERE f.company_id = claim_stale_limits.company_id);
      RETURN NEXT;
      RETURN;
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION put_off_stale_limits(company uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  UPDATE company_limits l SET stale_at = now() + interval '1 minute' WHERE l.company_id = company AND l.stale_at IS NOT NULL;
END $$;

-- The next of the company's people, held until the end of the transaction, of whom what they are found by follows all its limits in one go. Nobody, where that is done: then none
-- of these waits any longer, and one that was lifted is gone.
CREATE FUNCTION settle_limits(company uuid, most int) RETURNS SETOF uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  waiting text[];
  since uuid;
  people uuid[];
BEGIN
  PERFORM require_every_company();
  -- One that is said meanwhile begins with the first of them.
  SELECT array_agg(l.field), (array_agg(l.since ORDER BY l.since))[1] INTO waiting, since FROM (
    SELECT c.field, coalesce(c.settled_to, '00000000-0000-0000-0000-000000000000') AS since FROM company_limits c
      WHERE c.company_id = company AND c.stale_at IS NOT NULL ORDER BY c.field FOR UPDATE) l;
  people := ARRAY(SELECT p.member_id FROM profiles p WHERE p.company_id = company AND p.member_id > since ORDER BY p.member_id LIMIT most FOR UPDATE);
  IF people = '{}' THEN
    DELETE FROM company_limits l WHERE l.company_id = company AND l.field = ANY (waiting) AND l.widest = 'EVERYONE';
    UPDATE company_limits l SET stale_at = NULL, settled_to = NULL WHERE l.company_id = company AND l.field = ANY (waiting);
  ELSE
    UPDATE company_limits l SET settled_to = people[cardinality(people)] WHERE l.company_id = company AND l.field = ANY (waiting);
  END IF;
  RETURN QUERY SELECT unnest(people);
END $$;

-- These members' profiles as each kind of viewer sees them: what their search texts are made of.
CREATE FUNCTION profiles_to_settle(company uuid, people uuid[], kind "ViewerKind") RETURNS SETOF profiles
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  RETURN QUERY SELECT v.* FROM profiles p CROSS JOIN (SELECT * FROM eyes_of(company, kind) OFFSET 0) e CROSS JOIN LATERAL visible_to(e.seen, e.closed, p) v
    WHERE p.company_id = company AND p.member_id = ANY (people);
END $$;

-- Puts these down: [{memberId, doc, facets}], where it changes anything. It is no change of theirs.
CREATE FUNCTION put_settled_search_docs(company uuid, viewers "ViewerKind", texts jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  UPDATE search_docs d SET doc = t.doc, facets = t.facets FROM (
      SELECT p.member_id, text ->> 'doc' AS doc, ARRAY(SELECT jsonb_array_elements_text(text -> 'facets')) AS facets, seen_of(v) AS seen
        FROM jsonb_array_elements(texts) AS texts (text) JOIN profiles p ON p.company_id = company AND p.member_id = (text ->> 'memberId')::uuid
          CROSS JOIN (SELECT * FROM eyes_of(company, viewers) OFFSET 0) e CROSS JOIN LATERAL visible_to(e.seen, e.closed, p) v) t
    WHERE d.company_id = company AND d.viewer_kind = viewers AND d.member_id = t.member_id
      AND (d.doc, d.facets, d.seen) IS DISTINCT FROM (t.doc, t.facets, t.seen);
END $$;
GRANT EXECUTE ON FUNCTION claim_stale_limits, put_off_stale_limits, settle_limits, claim_stale_field, put_off_stale_field, settle_answers, profiles_to_settle, put_settled_search_docs TO okaeri_app;
