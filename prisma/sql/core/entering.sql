-- The ways into a scope. Who has none of these proofs stays outside, whatever statements they get to run.

-- The scope of a member as they are now.
CREATE FUNCTION scope_of(own members) RETURNS jsonb LANGUAGE sql STABLE
  RETURN jsonb_build_object('companyId', own.company_id, 'memberId', own.id, 'role', own.role, 'viewerKind', viewer_kind_of(own));

CREATE FUNCTION seal_member(own members) RETURNS void LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM seal_scope(scope_of(own));
END $$;

-- As a member of a company: false, and no scope, unless the member and the company are active and the session is a living one of that
-- member's account. So a viewer whose access has ended sees nothing, no matter who asks.
CREATE FUNCTION enter_company(company uuid, member uuid, session uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Every page comes in by it: one statement, which seals for the one row that it finds, or for none.
  PERFORM set_config('app.scope', v.scope, true), set_config('app.seal', seal_of(k, v.scope), true) FROM members m
    JOIN companies c ON c.id = m.company_id
    JOIN sessions s ON s.user_id = m.user_id
    CROSS JOIN LATERAL (SELECT scope_of(m)::text AS scope OFFSET 0) v CROSS JOIN scope_keys k
    WHERE m.company_id = company AND m.id = member AND m.status = 'ACTIVE' AND c.status = 'ACTIVE'
      AND s.id = session AND s.expires_at > now();
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION enter_company TO okaeri_app;

-- As an account, in no company; false, and no scope, unless the session is a living one of it.
CREATE FUNCTION enter_account(account uuid, session uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM sessions s WHERE s.id = session AND s.user_id = account AND s.expires_at > now();
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM seal_scope(jsonb_build_object('userId', account));
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION enter_account TO okaeri_app;

-- As one of the installation's own processes, for what is done before anybody is signed in, or for nobody in particular: into any scope
-- that it names (lib/db.ts). False, and no scope, for any key but the one that `npm run migrate` derived from AUTH_SECRET.
CREATE FUNCTION enter_process(key bytea, scope jsonb) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM scope_keys WHERE process_hash = sha256(key);
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM seal_scope(scope);
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION enter_process TO okaeri_app;

-- From the scope of all companies into that of one member, with the eyes that this member has now: false, and the scope as it was, unless member and company
-- are active. For what is told to somebody who is not looking.
CREATE FUNCTION enter_member(company uuid, member uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own members;
BEGIN
  PERFORM require_every_company();
  SELECT m.* INTO own FROM members m JOIN companies c ON c.id = m.company_id
    WHERE m.company_id = company AND m.id = member AND m.status = 'ACTIVE' AND c.status = 'ACTIVE';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM seal_member(own);
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION enter_member TO okaeri_app;

-- For functions that look over all companies: only a process of ours may ask, and says that it means to.
CREATE FUNCTION require_every_company() RETURNS void
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF app_process() IS DISTINCT FROM 'every-company' THEN
    RAISE EXCEPTION 'only a process of the installation looks over all companies' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
