-- The scope of a transaction. A setting that ended with an earlier transaction is '', not NULL.
CREATE FUNCTION app_company_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.company_id', true), '')::uuid;
GRANT EXECUTE ON FUNCTION app_company_id TO okaeri_app;
CREATE FUNCTION app_member_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.member_id', true), '')::uuid;
GRANT EXECUTE ON FUNCTION app_member_id TO okaeri_app;
CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.user_id', true), '')::uuid;
GRANT EXECUTE ON FUNCTION app_user_id TO okaeri_app;
