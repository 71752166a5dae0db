-- Who refuses is erased at once. What is left are hashes, keyed by company, of what would bring them in again: an address, a number with a name, a name with its days.
GRANT SELECT, INSERT ON leaver_refusal_keys, leaver_refusals TO okaeri_lookup;
GRANT SELECT (company_id, id, refused_on) ON leaver_refusals TO okaeri_app;

CREATE FUNCTION refusal_hash(key bytea, said text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(key || sha256(key || convert_to(said, 'UTF8')));

-- As a record of that company would be known again.
CREATE FUNCTION refusal_hashes(key bytea, own leavers) RETURNS bytea[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_remove(ARRAY[refusal_hash(key, 'mail ' || lower(own.mail)), refusal_hash(key, 'mail ' || lower(own.work_mail)),
    refusal_hash(key, 'number ' || own.number || ' ' || own.family_name || ' ' || own.given_name),
    refusal_hash(key, 'person ' || own.family_name || ' ' || own.given_name || ' ' || own.joined_on || ' ' || own.left_on)], NULL);

-- Whether somebody refused whom this record would bring in again. For functions that look further.
CREATE FUNCTION has_refused(own leavers) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM leaver_refusal_keys k JOIN leaver_refusals r ON r.company_id = k.company_id
    WHERE k.company_id = own.company_id AND r.hashes && refusal_hashes(k.key, own));

-- The same for HR, of a record that is being written.
CREATE FUNCTION leaver_refused(leaver uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT coalesce((SELECT has_refused(l) FROM leavers l WHERE l.company_id = (SELECT company_of_hr()) AND l.id = leaver), false);
END;
GRANT EXECUTE ON FUNCTION leaver_refused TO okaeri_app;

-- Erases a record, with its invitation, and keeps its hashes. For functions that have asked whether it may.
CREATE FUNCTION refuse_leaver(company uuid, leaver uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own leavers;
BEGIN
  DELETE FROM leavers l WHERE l.company_id = company AND l.id = leaver RETURNING l.* INTO own;
  IF own.id IS NULL THEN
    RETURN;
  END IF;
  INSERT INTO leaver_refusal_keys (company_id, key) VALUES (company, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) ON CONFLICT DO NOTHING;
  INSERT INTO leaver_refusals (company_id, id, hashes)
    SELECT company, gen_random_uuid(), refusal_hashes(k.key, own) FROM leaver_refusal_keys k WHERE k.company_id = company;
END $$;
