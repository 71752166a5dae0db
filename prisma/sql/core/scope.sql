-- The scope of a transaction: who asks, in which company. It lies in a setting, since a transaction has no better place for it, and anybody
-- may write settings: so it holds only with its seal, which none but the functions below can make, and for this transaction alone.
GRANT SELECT, INSERT, UPDATE (process_hash) ON scope_keys TO okaeri_lookup;

-- The seal of a scope in this transaction: NMAC of SHA-256 (Bellare, Canetti and Krawczyk 1996), over the time at which it began as well.
-- That is the time at which its first message came: of several transactions in one message each may have the scope of the first, and no other.
-- Written so that it vanishes in the plan of the two below, who alone read the keys: every policy of every table asks for the scope.
CREATE FUNCTION seal_of(keys scope_keys, scope text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN encode(sha256(keys.outer_key || sha256(keys.inner_key || convert_to(extract(epoch FROM now()) || scope, 'UTF8'))), 'hex');

CREATE FUNCTION seal_scope(scope jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.scope', scope::text, true), set_config('app.seal', seal_of(k, scope::text), true) FROM scope_keys k;
END $$;

-- The scope of this transaction; NULL without one, and for one that nobody sealed.
CREATE FUNCTION app_scope() RETURNS jsonb
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  -- A setting that ended with an earlier transaction is '', not NULL.
  scope text := nullif(current_setting('app.scope', true), '');
  seal text;
BEGIN
  IF scope IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT seal_of(k, scope) INTO seal FROM scope_keys k;
  IF seal IS NULL OR current_setting('app.seal', true) IS DISTINCT FROM seal THEN
    RETURN NULL;
  END IF;
  RETURN scope::jsonb;
END $$;
GRANT EXECUTE ON FUNCTION app_scope TO okaeri_app;

-- A policy asks for these as (SELECT app_company_id()): once for a statement, not for each row.
CREATE FUNCTION app_company_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE RETURN (app_scope() ->> 'companyId')::uuid;
CREATE FUNCTION app_member_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE RETURN (app_scope() ->> 'memberId')::uuid;
CREATE FUNCTION app_role() RETURNS "MemberRole" LANGUAGE sql STABLE PARALLEL SAFE RETURN (app_scope() ->> 'role')::"MemberRole";
CREATE FUNCTION app_viewer_kind() RETURNS "ViewerKind" LANGUAGE sql STABLE PARALLEL SAFE RETURN (app_scope() ->> 'viewerKind')::"ViewerKind";
CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE RETURN (app_scope() ->> 'userId')::uuid;
-- Of a scope that a process of ours entered by its key.
CREATE FUNCTION app_email() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN app_scope() ->> 'email';
CREATE FUNCTION app_link_hash() RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE RETURN decode(app_scope() ->> 'linkHash', 'hex');
CREATE FUNCTION app_mail_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE RETURN (app_scope() ->> 'mailId')::uuid;
CREATE FUNCTION app_process() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN app_scope() ->> 'process';
GRANT EXECUTE ON FUNCTION app_company_id, app_member_id, app_role, app_viewer_kind, app_user_id, app_email, app_link_hash, app_mail_id,
  app_process TO okaeri_app;
