GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO okaeri_lookup;

-- Counts one more try under a key; tells how many there were within the window that is open, and how many seconds it has left. A window is
-- a day at most, so that nobody is locked out for longer, whoever counts.
CREATE FUNCTION count_try(try_key bytea, try_window interval) RETURNS TABLE (tries int, seconds_left int)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  INSERT INTO rate_limits AS r (key, count, expires_at) VALUES (try_key, 1, now() + least(try_window, interval '1 day'))
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.expires_at < now() THEN 1 ELSE r.count + 1 END,
      expires_at = CASE WHEN r.expires_at < now() THEN excluded.expires_at ELSE r.expires_at END
    RETURNING r.count, ceil(extract(epoch FROM r.expires_at - now()))::int;
END;
GRANT EXECUTE ON FUNCTION count_try TO okaeri_app;
