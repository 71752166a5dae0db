CREATE POLICY own_subscriptions ON push_subscriptions TO okaeri_app USING (user_id = (SELECT app_user_id()));
GRANT SELECT, DELETE ON push_subscriptions TO okaeri_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON push_subscriptions TO okaeri_lookup;

-- Binds a browser's push service to a living session of the account, in place of anyone who used that browser before and of what the
-- session had; one that was gone is there again. False for any other session.
CREATE FUNCTION keep_push_subscription(new_id uuid, session uuid, address text, public_key text, secret text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  account uuid := app_user_id();
BEGIN
  PERFORM FROM sessions WHERE id = session AND user_id = account AND expires_at > now();
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM push_subscriptions WHERE session_id = session AND endpoint <> address;
  INSERT INTO push_subscriptions (id, user_id, session_id, endpoint, p256dh, auth)
    VALUES (new_id, account, session, address, public_key, secret)
    ON CONFLICT (endpoint) DO UPDATE SET user_id = excluded.user_id, session_id = excluded.session_id, p256dh = excluded.p256dh,
      auth = excluded.auth, gone_at = NULL;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION keep_push_subscription TO okaeri_app;

-- A push service says that this browser is not there any more: it is woken no more, until its session says where it is now.
CREATE FUNCTION forget_push_subscription(address text) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  UPDATE push_subscriptions SET gone_at = now() WHERE endpoint = address;
END;
GRANT EXECUTE ON FUNCTION forget_push_subscription TO okaeri_app;
