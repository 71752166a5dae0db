-- Takes away what has run out: sessions, sign-ins, limits and takeouts at once, mails and long work that has ended after `keep`, what HR did after two
-- years, links of invitations after half a year. Tells how many rows went.
CREATE FUNCTION purge_expired(keep interval) RETURNS int
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT require_every_company();
  WITH s AS (DELETE FROM sessions WHERE expires_at < now() RETURNING 1),
       i AS (DELETE FROM sign_ins WHERE expires_at < now() - interval '1 day' RETURNING 1),
       r AS (DELETE FROM rate_limits WHERE expires_at < now() RETURNING 1),
       m AS (DELETE FROM mails WHERE created_at < now() - keep RETURNING 1),
       w AS (DELETE FROM long_work WHERE finished_at < now() - keep RETURNING 1),
       k AS (DELETE FROM invitation_links WHERE made_at < now() - interval '180 days' RETURNING 1),
       t AS (DELETE FROM takeouts WHERE expires_at < now() RETURNING 1),
       a AS (DELETE FROM audit_entries WHERE at < now() - interval '2 years' RETURNING 1)
  SELECT (SELECT count(*) FROM s)::int + (SELECT count(*) FROM i)::int + (SELECT count(*) FROM r)::int + (SELECT count(*) FROM m)::int
    + (SELECT count(*) FROM w)::int + (SELECT count(*) FROM t)::int + (SELECT count(*) FROM a)::int
    + (SELECT count(*) FROM k)::int;
END;
GRANT EXECUTE ON FUNCTION purge_expired TO okaeri_app;
