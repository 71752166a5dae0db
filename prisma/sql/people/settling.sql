-- After a field has changed: what people are found by follows, some hundred people at a time. Until then what is hidden is hidden already, as one reads
-- (seen_details, shown_lines, hidden_marks).

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

-- These members' profiles as each kind of viewer sees them: what their search texts are made of.
CREATE FUNCTION profiles_to_settle(company uuid, people uuid[], kind "ViewerKind") RETURNS SETOF profiles
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  RETURN QUERY SELECT v.* FROM profiles p CROSS JOIN LATERAL visible_to(audiences_of(kind), p) v
    WHERE p.company_id = company AND p.member_id = ANY (people);
END $$;

-- Puts these down: [{memberId, doc, facets}]. It is no change of theirs.
CREATE FUNCTION put_settled_search_docs(company uuid, viewers "ViewerKind", texts jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  UPDATE search_docs d SET doc = t.text ->> 'doc', facets = ARRAY(SELECT jsonb_array_elements_text(t.text -> 'facets'))
    FROM jsonb_array_elements(texts) AS t (text)
    WHERE d.company_id = company AND d.viewer_kind = viewers AND d.member_id = (t.text ->> 'memberId')::uuid;
END $$;
GRANT EXECUTE ON FUNCTION claim_stale_field, put_off_stale_field, settle_answers, profiles_to_settle, put_settled_search_docs TO okaeri_app;
