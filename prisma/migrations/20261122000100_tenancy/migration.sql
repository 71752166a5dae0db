-- Who may see what. Three roles:
--   the owner (who runs this) migrates, and is itself held by FORCE ROW LEVEL SECURITY;
--   okaeri_app serves every request: the login role of the processes is a member of it;
--   okaeri_lookup owns the few functions that must look further than their caller may.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'okaeri_app') THEN
    CREATE ROLE okaeri_app NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'okaeri_lookup') THEN
    CREATE ROLE okaeri_lookup NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'okaeri_lookup', 'USAGE') THEN
    GRANT okaeri_lookup TO CURRENT_USER;
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO okaeri_app, okaeri_lookup;

-- The scope of a transaction. A setting that ended with an earlier transaction is '', not NULL.
CREATE FUNCTION app_company_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.company_id', true), '')::uuid;
CREATE FUNCTION app_member_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.member_id', true), '')::uuid;
CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.user_id', true), '')::uuid;

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['companies', 'users', 'sessions', 'sign_ins', 'rate_limits', 'mails', 'members', 'profiles',
                              'search_docs', 'feed_events', 'chat_threads', 'chat_participants', 'chat_messages'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;

-- Puts the transaction into a company, as a member of it: false, and no scope, unless the member and the company are active
-- and the session is a living one of that member's account. So a viewer whose access has ended sees nothing, whoever asks.
CREATE FUNCTION enter_company(company uuid, member uuid, session uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM members m
    JOIN companies c ON c.id = m.company_id
    JOIN sessions s ON s.user_id = m.user_id
    WHERE m.company_id = company AND m.id = member AND m.status = 'ACTIVE' AND c.status = 'ACTIVE'
      AND s.id = session AND s.expires_at > now();
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.company_id', company::text, true), set_config('app.member_id', member::text, true),
    set_config('app.audience', 'MEMBER', true);
  RETURN true;
END $$;

-- ── An account, before any company is known ──────────────────────────────────────────────────────────────────────────
CREATE POLICY own_account ON users TO okaeri_app USING (id = app_user_id());
GRANT SELECT, UPDATE (locale, time_zone, color_scheme) ON users TO okaeri_app;

CREATE POLICY own_sessions ON sessions TO okaeri_app USING (user_id = app_user_id());
GRANT SELECT, INSERT, DELETE, UPDATE (last_seen_at, expires_at) ON sessions TO okaeri_app;

CREATE POLICY asked_sign_in ON sign_ins TO okaeri_app
  USING (email = current_setting('app.email', true) OR encode(link_hash, 'hex') = current_setting('app.link_hash', true))
  WITH CHECK (email = current_setting('app.email', true) OR encode(link_hash, 'hex') = current_setting('app.link_hash', true));
GRANT SELECT, INSERT, UPDATE (attempts, used_at) ON sign_ins TO okaeri_app;

CREATE POLICY write_mail ON mails FOR INSERT TO okaeri_app WITH CHECK (true);
CREATE POLICY carry_mail ON mails TO okaeri_app USING (id::text = current_setting('app.mail_id', true));
CREATE POLICY open_mailbox ON mails FOR SELECT TO okaeri_app USING (current_setting('app.mailbox', true) = 'open');
GRANT SELECT, INSERT, UPDATE (sent_at, html, text) ON mails TO okaeri_app;

-- ── A company ────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE POLICY own_membership ON members FOR SELECT TO okaeri_app USING (user_id = app_user_id());
CREATE POLICY company ON members FOR SELECT TO okaeri_app USING (company_id = app_company_id());
CREATE POLICY own_status ON members FOR UPDATE TO okaeri_app USING (company_id = app_company_id() AND id = app_member_id());
GRANT SELECT, UPDATE (status, joined_at) ON members TO okaeri_app;

CREATE POLICY company ON companies TO okaeri_app USING (id = app_company_id());
CREATE POLICY own_companies ON companies FOR SELECT TO okaeri_app
  USING (id IN (SELECT company_id FROM members WHERE user_id = app_user_id()));
GRANT SELECT ON companies TO okaeri_app;

CREATE POLICY company ON profiles TO okaeri_app USING (company_id = app_company_id());
GRANT SELECT ON profiles TO okaeri_app;

CREATE POLICY company ON feed_events TO okaeri_app USING (company_id = app_company_id());
GRANT SELECT, INSERT ON feed_events TO okaeri_app;

-- ── Chat: the company and the member ─────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION participates(thread uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM chat_participants
    WHERE company_id = app_company_id() AND thread_id = thread AND member_id = app_member_id());
END;

CREATE POLICY participant ON chat_participants FOR SELECT TO okaeri_app
  USING (company_id = app_company_id() AND (member_id = app_member_id() OR participates(thread_id)));
CREATE POLICY own_read_mark ON chat_participants FOR UPDATE TO okaeri_app
  USING (company_id = app_company_id() AND member_id = app_member_id());
GRANT SELECT, UPDATE (read_number) ON chat_participants TO okaeri_app;

CREATE POLICY participant ON chat_threads TO okaeri_app
  USING (company_id = app_company_id() AND id IN (
    SELECT thread_id FROM chat_participants WHERE company_id = app_company_id() AND member_id = app_member_id()));
GRANT SELECT, UPDATE (last_number, last_message_at) ON chat_threads TO okaeri_app;

CREATE POLICY participant ON chat_messages FOR SELECT TO okaeri_app
  USING (company_id = app_company_id() AND EXISTS (
    SELECT FROM chat_participants p
    WHERE p.company_id = chat_messages.company_id AND p.thread_id = chat_messages.thread_id AND p.member_id = app_member_id()));
CREATE POLICY author ON chat_messages FOR INSERT TO okaeri_app
  WITH CHECK (company_id = app_company_id() AND author_id = app_member_id() AND participates(thread_id));
GRANT SELECT, INSERT ON chat_messages TO okaeri_app;

-- The one direct thread of the caller with another active member of the company, made when it is not there yet.
-- NULL when there is no such member. Nobody can put themselves into a thread: okaeri_app may not insert participants.
CREATE FUNCTION open_direct_thread(other uuid, new_id uuid) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
  key text := least(me, other) || ':' || greatest(me, other);
  thread uuid;
BEGIN
  IF me = other OR (SELECT count(*) FROM members WHERE company_id = company AND id IN (me, other) AND status = 'ACTIVE') <> 2 THEN
    RETURN NULL;
  END IF;
  INSERT INTO chat_threads (company_id, id, kind, direct_key) VALUES (company, new_id, 'DIRECT', key)
    ON CONFLICT (company_id, direct_key) DO NOTHING;
  SELECT id INTO STRICT thread FROM chat_threads WHERE company_id = company AND direct_key = key;
  INSERT INTO chat_participants (company_id, thread_id, member_id) VALUES (company, thread, me), (company, thread, other)
    ON CONFLICT DO NOTHING;
  RETURN thread;
END $$;

-- ── Search ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Members of the company whose document for the transaction's audience contains every term, at most `most`, in no order.
-- Under row-level security Postgres would use neither LIKE nor an array index: their operators are not leakproof.
-- Terms come normalised as the documents are (lib/people/search-text.ts).
CREATE FUNCTION search_members(terms text[], most int) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
  SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  company uuid := app_company_id();
  seen_by "Audience" := nullif(current_setting('app.audience', true), '')::"Audience";
  wanted text[] := '{}';
  patterns text[] := '{}';
  term text;
BEGIN
  FOREACH term IN ARRAY terms LOOP
    IF length(term) = 1 THEN
      wanted := wanted || term;
    ELSE
      wanted := wanted || ARRAY(SELECT DISTINCT substr(term, i, 2) FROM generate_series(1, length(term) - 1) i);
      patterns := patterns || ('%' || regexp_replace(term, '([\\%_])', '\\\1', 'g') || '%');
    END IF;
  END LOOP;
  RETURN QUERY SELECT member_id FROM search_docs
    WHERE company_id = company AND audience = seen_by AND search_docs.grams @> wanted
      AND replace(doc, ' ', '') LIKE ALL (patterns)
    LIMIT most;
END $$;

CREATE FUNCTION put_search_doc(member uuid, seen_by "Audience", new_doc text) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  INSERT INTO search_docs (company_id, member_id, audience, doc) VALUES (app_company_id(), member, seen_by, new_doc)
    ON CONFLICT (company_id, member_id, audience) DO UPDATE SET doc = excluded.doc;
END;

-- ── What must be known before a company or an account is ─────────────────────────────────────────────────────────────
-- The doors of active companies with exactly this name or slug; there is no list of the companies of an installation.
CREATE FUNCTION find_company_doors(query text) RETURNS TABLE (slug text, name text, name_en text, accent_hue int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT c.slug, c.name, c.name_en, c.accent_hue FROM companies c
    WHERE c.status = 'ACTIVE'
      AND (c.slug = lower(query) OR lower(c.name) = lower(query) OR lower(c.name_en) = lower(query)
        OR regexp_replace(c.name, '(株式|有限|合同)会社', '') = query)
    ORDER BY c.slug LIMIT 5;
END;

-- The account of a mail address, for the one who is about to be sent a mail there.
CREATE FUNCTION find_account(address text) RETURNS TABLE (id uuid, locale text, sample boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT u.id, u.locale, u.sample FROM users u WHERE u.email = address;
END;

-- The living session of a token, with its account.
CREATE FUNCTION find_session(hash bytea) RETURNS TABLE (
    id uuid, user_id uuid, last_seen_at timestamptz, expires_at timestamptz,
    email text, locale text, time_zone text, color_scheme "ColorScheme", sample boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT s.id, s.user_id, s.last_seen_at, s.expires_at, u.email, u.locale, u.time_zone, u.color_scheme, u.sample
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token_hash = hash AND s.expires_at > now();
END;

-- Counts one more try under a key; tells how many there were within the window that is open, and how many seconds it has left.
CREATE FUNCTION count_try(try_key bytea, try_window interval) RETURNS TABLE (tries int, seconds_left int)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  INSERT INTO rate_limits AS r (key, count, expires_at) VALUES (try_key, 1, now() + try_window)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.expires_at < now() THEN 1 ELSE r.count + 1 END,
      expires_at = CASE WHEN r.expires_at < now() THEN excluded.expires_at ELSE r.expires_at END
    RETURNING r.count, ceil(extract(epoch FROM r.expires_at - now()))::int;
END;

-- Takes away what has run out: sessions, sign-ins and limits at once, mails after `keep_mails`. Tells how many rows went.
CREATE FUNCTION purge_expired(keep_mails interval) RETURNS int
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  WITH s AS (DELETE FROM sessions WHERE expires_at < now() RETURNING 1),
       i AS (DELETE FROM sign_ins WHERE expires_at < now() - interval '1 day' RETURNING 1),
       r AS (DELETE FROM rate_limits WHERE expires_at < now() RETURNING 1),
       m AS (DELETE FROM mails WHERE created_at < now() - keep_mails RETURNING 1)
  SELECT (SELECT count(*) FROM s)::int + (SELECT count(*) FROM i)::int + (SELECT count(*) FROM r)::int + (SELECT count(*) FROM m)::int;
END;

CREATE POLICY lookup ON companies FOR SELECT TO okaeri_lookup USING (true);
CREATE POLICY lookup ON users FOR SELECT TO okaeri_lookup USING (true);
CREATE POLICY lookup ON members FOR SELECT TO okaeri_lookup USING (true);
CREATE POLICY lookup ON sessions TO okaeri_lookup USING (true);
CREATE POLICY lookup ON sign_ins TO okaeri_lookup USING (true);
CREATE POLICY lookup ON rate_limits TO okaeri_lookup USING (true);
CREATE POLICY lookup ON mails TO okaeri_lookup USING (true);
CREATE POLICY lookup ON search_docs TO okaeri_lookup USING (true);
CREATE POLICY lookup ON chat_threads TO okaeri_lookup USING (true);
CREATE POLICY lookup ON chat_participants TO okaeri_lookup USING (true);
GRANT SELECT ON companies, users, members TO okaeri_lookup;
GRANT SELECT, DELETE ON sessions, sign_ins, mails TO okaeri_lookup;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO okaeri_lookup;
GRANT SELECT, INSERT, UPDATE ON search_docs TO okaeri_lookup;
GRANT SELECT, INSERT ON chat_threads, chat_participants TO okaeri_lookup;

DO $$ DECLARE signature text; BEGIN
  GRANT CREATE ON SCHEMA public TO okaeri_lookup;
  FOREACH signature IN ARRAY ARRAY['enter_company(uuid, uuid, uuid)', 'participates(uuid)', 'open_direct_thread(uuid, uuid)', 'search_members(text[], int)',
      'put_search_doc(uuid, "Audience", text)', 'find_company_doors(text)', 'find_account(text)', 'find_session(bytea)',
      'count_try(bytea, interval)', 'purge_expired(interval)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO okaeri_app', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO okaeri_lookup', signature);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM okaeri_lookup;
END $$;

-- ── Live connections hear at once when access ends, whoever ended it ─────────────────────────────────────────────────
CREATE FUNCTION tell_access_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'sessions' THEN PERFORM pg_notify('okaeri', json_build_object('type', 'session:ended', 'sessionId', old.id)::text);
    WHEN 'members' THEN PERFORM pg_notify('okaeri', json_build_object('type', 'access:changed', 'companyId', old.company_id, 'memberId', old.id)::text);
    WHEN 'companies' THEN PERFORM pg_notify('okaeri', json_build_object('type', 'access:changed', 'companyId', old.id)::text);
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_access_changed AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION tell_access_changed();
CREATE TRIGGER tell_access_changed AFTER DELETE OR UPDATE OF status, role ON members FOR EACH ROW EXECUTE FUNCTION tell_access_changed();
CREATE TRIGGER tell_access_changed AFTER UPDATE OF status ON companies FOR EACH ROW EXECUTE FUNCTION tell_access_changed();
