-- What there is of the caller where the serving role reads nothing, or only what the caller's kind sees: for what they take out. Of the
-- caller's rows alone, without what is somebody else's: no id of who blocked them, no hash, no key.
GRANT SELECT ON chat_reactions TO okaeri_lookup;

CREATE FUNCTION own_account() RETURNS TABLE (email text, locale text, time_zone text, color_scheme text, created_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT u.email, u.locale, u.time_zone, u.color_scheme::text, u.created_at FROM members m JOIN users u ON u.id = m.user_id
    WHERE m.company_id = app_company_id() AND m.id = app_member_id();
END;

-- `notified_by`: the service that wakes this browser; where at that service is a secret of the browser's.
CREATE FUNCTION own_sessions() RETURNS TABLE (device text, notified_by text, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT s.user_agent, (SELECT substring(p.endpoint FROM '^https?://([^/]+)') FROM push_subscriptions p WHERE p.session_id = s.id AND p.gone_at IS NULL LIMIT 1),
      s.created_at, s.last_seen_at, s.expires_at
    FROM members m JOIN sessions s ON s.user_id = m.user_id
    WHERE m.company_id = app_company_id() AND m.id = app_member_id() ORDER BY s.created_at, s.id;
END;

CREATE FUNCTION own_membership() RETURNS TABLE (kind text, role text, status text, created_at timestamptz, joined_at timestamptz, feed_looked_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT m.kind::text, m.role::text, m.status::text, m.created_at, m.joined_at,
      (SELECT k.looked_at FROM feed_marks k WHERE k.company_id = m.company_id AND k.member_id = m.id)
    FROM members m WHERE m.company_id = app_company_id() AND m.id = app_member_id();
END;

-- `shown_to`: of a changed profile, the kind of viewer who reads this line.
CREATE FUNCTION own_feed_lines() RETURNS TABLE (kind text, occurred_at timestamptz, shown_to text, sections text[])
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT e.kind::text, e.occurred_at, e.viewer_kind::text, e.sections FROM feed_events e
    WHERE e.company_id = app_company_id() AND e.member_id = app_member_id() ORDER BY e.occurred_at, e.id;
END;

-- `to_id`: whose line it was, as far as the caller finds them.
CREATE FUNCTION own_okaeri() RETURNS TABLE (at timestamptz, line_occurred_at timestamptz, to_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT r.at, e.occurred_at, CASE WHEN findable_by_caller(e.member_id) THEN e.member_id END
    FROM feed_reactions r JOIN feed_events e ON e.company_id = r.company_id AND e.id = r.event_id
    WHERE r.company_id = app_company_id() AND r.member_id = app_member_id() ORDER BY r.at, e.id;
END;

CREATE FUNCTION own_notifications() RETURNS TABLE (kind text, pushed_number int, mailed_number int, push_after timestamptz, mail_after timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT n.kind::text, n.pushed_number, n.mailed_number, n.push_after, n.mail_after FROM notifications n
    WHERE n.company_id = app_company_id() AND n.member_id = app_member_id() ORDER BY n.kind, n.subject;
END;

-- The conversations in which the caller is or was.
CREATE FUNCTION threads_of_caller() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT ARRAY(SELECT p.thread_id FROM chat_participants p WHERE p.company_id = app_company_id() AND p.member_id = app_member_id());
END;

-- What the caller wrote, wherever that stands: also where they read nothing any more. The first after a place, by conversation and number.
CREATE FUNCTION own_lines(after_thread uuid, after_number int, max_count int)
  RETURNS TABLE (thread_id uuid, number int, text text, sent_at timestamptz, edited_at timestamptz, deleted_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
  thread uuid;
  found int;
  still int := max_count;
BEGIN
  -- One conversation after the other: sorted together, every page would read all that is left.
  FOR thread IN SELECT id FROM unnest(threads_of_caller()) AS own (id) WHERE id >= after_thread ORDER BY id LOOP
    RETURN QUERY SELECT m.thread_id, m.number, m.text, m.sent_at::timestamptz, m.edited_at::timestamptz, m.deleted_at::timestamptz
      FROM chat_messages m
      WHERE m.company_id = company AND m.thread_id = thread AND m.author_id = me AND m.kind = 'TEXT'
        AND m.number > CASE thread WHEN after_thread THEN after_number ELSE 0 END
      ORDER BY m.number LIMIT still;
    GET DIAGNOSTICS found = ROW_COUNT;
    still := still - found;
    EXIT WHEN still <= 0;
  END LOOP;
END $$;

-- The same of the reactions that the caller gave.
CREATE FUNCTION own_line_reactions(after_thread uuid, after_number int, after_emoji text, max_count int)
  RETURNS TABLE (thread_id uuid, number int, emoji text, created_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
BEGIN
  RETURN QUERY SELECT r.thread_id, r.number, r.emoji, r.created_at::timestamptz
    FROM unnest(threads_of_caller()) AS own (id)
      JOIN chat_reactions r ON r.company_id = company AND r.thread_id = own.id AND r.member_id = me
    WHERE own.id >= after_thread AND (r.thread_id, r.number, r.emoji) > (after_thread, after_number, after_emoji)
    ORDER BY r.thread_id, r.number, r.emoji LIMIT max_count;
END $$;

-- The files that the caller gave, in the order of their ids; `thread_id`: the conversation in which one stands.
CREATE FUNCTION own_files(after_file uuid, max_count int)
  RETURNS TABLE (id uuid, domain text, name text, type text, size int, created_at timestamptz, given_at timestamptz, thread_id uuid, number int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT f.id, f.domain::text, f.name, f.type, f.size, f.created_at::timestamptz, f.given_at::timestamptz, c.thread_id, c.number
    FROM files f LEFT JOIN chat_files c ON c.company_id = f.company_id AND c.file_id = f.id
    WHERE f.company_id = app_company_id() AND f.uploader_id = app_member_id() AND f.domain <> 'TAKEOUT' AND f.id > after_file
    ORDER BY f.id LIMIT max_count;
END $$;

-- How much there is of it that takes long.
CREATE FUNCTION own_bulk() RETURNS TABLE (lines int, files int, bytes bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  company uuid := app_company_id();
  me uuid := app_member_id();
BEGIN
  SELECT count(*) INTO lines FROM unnest(threads_of_caller()) AS own (id)
    JOIN chat_messages m ON m.company_id = company AND m.thread_id = own.id AND m.author_id = me AND m.kind = 'TEXT';
  SELECT count(*), coalesce(sum(f.size), 0) INTO files, bytes FROM files f
    WHERE f.company_id = company AND f.uploader_id = me AND f.domain <> 'TAKEOUT';
  RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION own_account, own_sessions, own_membership, own_feed_lines, own_okaeri, own_notifications, own_lines, own_line_reactions,
  own_files, own_bulk TO okaeri_app;

-- HR's record of the caller, what HR alone sees of it too; and the mails that invited them.
CREATE FUNCTION own_record() RETURNS TABLE (number text, family_name text, given_name text, family_name_kana text, given_name_kana text, preferred_name text,
    former_family_name text, registered_family_name text, registered_given_name text, joined_on text, left_on text, department text, title text, employment text,
    mail text, work_mail text, tags text[], note text, ground text, ground_on text, ground_document text, created_at timestamptz, changed_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT l.number, l.family_name, l.given_name, l.family_name_kana, l.given_name_kana, l.preferred_name, l.former_family_name, l.registered_family_name,
      l.registered_given_name, l.joined_on::text, l.left_on::text, l.department, l.title, l.employment, l.mail, l.work_mail, l.tags, l.note, l.ground::text,
      l.ground_on::text, l.ground_document, l.created_at, l.changed_at
    FROM leavers l WHERE l.company_id = app_company_id() AND l.member_id = app_member_id();
END;

CREATE FUNCTION own_invitation_mails() RETURNS TABLE (address text, reminder boolean, state text, sent_at timestamptz, answer text)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 3 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT m.address, m.reminder, m.state::text, m.sent_at, m.answer FROM leavers l JOIN invitation_mails m ON m.company_id = l.company_id AND m.leaver_id = l.id
    WHERE l.company_id = app_company_id() AND l.member_id = app_member_id() ORDER BY m.due_at, m.id;
END;
GRANT EXECUTE ON FUNCTION own_record, own_invitation_mails TO okaeri_app;
