-- The lines after a number that call a member: what others wrote whom the member has not blocked; in a muted thread only what names the
-- member. Not of a day ago. With the rights of whoever asks.
CREATE FUNCTION calling_lines(place chat_places, after int)
  RETURNS TABLE (number int, author_id uuid, text text, names_me boolean, sent_at timestamptz)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT n.number, n.author_id, n.text, place.member_id = ANY (n.mentions), n.sent_at FROM chat_messages n
    WHERE n.company_id = place.company_id AND n.thread_id = place.thread_id AND n.number > after AND n.kind = 'TEXT'
      AND n.deleted_at IS NULL AND n.author_id <> place.member_id AND (NOT place.muted OR place.member_id = ANY (n.mentions))
      AND n.sent_at > now() - interval '1 day'
      AND NOT EXISTS (SELECT FROM chat_participants b WHERE b.company_id = n.company_id AND b.thread_id = n.thread_id
        AND b.member_id = n.author_id AND b.state = 'BARRED');
END;

-- Of a group, the first three of those beside the member: what it is called while it has no name.
CREATE FUNCTION companions(place chat_places) RETURNS jsonb LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT coalesce(jsonb_agg(visible_name(p.company_id, p.member_id, place.member_id) ORDER BY p.joined_at, p.member_id), '[]')
    FROM (SELECT * FROM chat_participants
      WHERE company_id = place.company_id AND thread_id = place.thread_id AND member_id <> place.member_id AND state = 'ACTIVE'
      ORDER BY joined_at, member_id LIMIT 3) p;
END;

-- What calls a member after a number: lines, or the one request of `asker` to come into the group, told from the line after that number
-- on, which says that the member was asked. Not of a day ago. With the rights of whoever asks.
CREATE FUNCTION calls(place chat_places, after int, asker uuid)
  RETURNS TABLE (number int, author_id uuid, text text, names_me boolean, sent_at timestamptz)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT l.number, l.author_id, l.text, l.names_me, l.sent_at FROM calling_lines(place, after) l WHERE asker IS NULL
  UNION ALL
  SELECT n.number, asker, '', false, n.sent_at FROM chat_messages n
    WHERE asker IS NOT NULL AND n.company_id = place.company_id AND n.thread_id = place.thread_id AND n.number = after + 1
      AND n.sent_at > now() - interval '1 day';
END;

-- Takes up to `most` places in which something was written at least `grace` and at most an hour ago that the member has neither read
-- nor been told, and marks it as told; each worker takes others. Returns those that call a member who has a browser to be
-- woken. A stranger's request calls once, without its words; so does an invitation, with the group's name only where pushes say such things.
CREATE FUNCTION claim_pushes(grace interval, most int) RETURNS TABLE (
    slug text, company text, locale text, thread_id uuid, direct boolean, asked boolean, name text, companions jsonb,
    author jsonb, words text, files int, unread int, subscriptions jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_every_company();
  RETURN QUERY
  -- First the few threads of the last hour, whatever the planner thinks of the many.
  WITH lately AS MATERIALIZED (
    SELECT t.* FROM chat_threads t WHERE t.last_message_at > now() - interval '1 hour'
  ), behind AS MATERIALIZED (
    SELECT p.company_id, p.thread_id, p.member_id, t.last_number, t.direct_key, t.name FROM lately t
    JOIN chat_places p ON p.company_id = t.company_id AND p.thread_id = t.id
    WHERE greatest(p.read_number, p.pushed_number) < t.last_number AND p.archived_at IS NULL
  ), due AS (
    SELECT p AS place, greatest(p.read_number, p.pushed_number) AS told, t.last_number, m.user_id, q.state = 'ASKED' AS asked,
      CASE WHEN q.state = 'ASKED' AND t.direct_key IS NULL THEN q.asked_by END AS asker, t.direct_key IS NOT NULL AS direct, t.name
    FROM behind t
    JOIN companies c ON c.id = t.company_id AND c.status = 'ACTIVE'
    JOIN chat_places p ON p.company_id = t.company_id AND p.thread_id = t.thread_id AND p.member_id = t.member_id
    JOIN chat_participants q ON q.company_id = t.company_id AND q.thread_id = t.thread_id AND q.member_id = t.member_id
    JOIN members m ON m.company_id = t.company_id AND m.id = t.member_id AND m.status = 'ACTIVE'
    JOIN chat_messages n ON n.company_id = p.company_id AND n.thread_id = p.thread_id AND n.number = greatest(p.read_number, p.pushed_number) + 1
    WHERE greatest(p.read_number, p.pushed_number) < t.last_number AND n.sent_at < now() - grace AND p.archived_at IS NULL
      AND (q.state = 'ACTIVE' OR q.state = 'ASKED' AND p.pushed_number = 0 AND (t.direct_key IS NOT NULL OR q.asked_by IS NOT NULL))
      AND EXISTS (SELECT FROM push_subscriptions s JOIN sessions e ON e.id = s.session_id AND e.expires_at > now() WHERE s.gone_at IS NULL AND s.user_id = m.user_id)
    LIMIT most
    FOR NO KEY UPDATE OF p SKIP LOCKED
  ), told AS (
    UPDATE chat_places p SET pushed_number = d.last_number FROM due d
    WHERE p.company_id = (d.place).company_id AND p.thread_id = (d.place).thread_id AND p.member_id = (d.place).member_id
  )
  SELECT c.slug, CASE u.locale WHEN 'ja' THEN c.name ELSE c.name_en END, u.locale::text, (d.place).thread_id, d.direct, d.asked,
    CASE WHEN d.asker IS NULL OR coalesce(f.push_content, true) THEN d.name END,
    CASE WHEN d.direct OR d.asked OR d.name IS NOT NULL THEN '[]' ELSE companions(d.place) END,
    visible_name(c.id, l.author_id, (d.place).member_id),
    CASE WHEN NOT d.asked AND coalesce(f.push_content, true) THEN left(l.text, 1000) END,
    (SELECT count(*) FROM chat_files g WHERE g.company_id = c.id AND g.thread_id = (d.place).thread_id AND g.number = l.number)::int,
    (SELECT count(*) FROM (SELECT FROM calls(d.place, (d.place).read_number, d.asker) LIMIT 100) x)::int,
    (SELECT jsonb_agg(jsonb_build_object('endpoint', s.endpoint, 'p256dh', s.p256dh, 'auth', s.auth))
      FROM push_subscriptions s JOIN sessions e ON e.id = s.session_id AND e.expires_at > now() WHERE s.gone_at IS NULL AND s.user_id = d.user_id)
  FROM due d
  JOIN companies c ON c.id = (d.place).company_id
  JOIN users u ON u.id = d.user_id
  LEFT JOIN chat_preferences f ON f.company_id = (d.place).company_id AND f.member_id = (d.place).member_id
  CROSS JOIN LATERAL (SELECT y.* FROM calls(d.place, d.told, d.asker) y
    WHERE y.sent_at > now() - interval '1 hour' ORDER BY y.number DESC LIMIT 1) l;
END $$;
GRANT EXECUTE ON FUNCTION claim_pushes TO okaeri_app;

-- Takes up to `most` members who have left something that calls them unread for as long as they chose, and marks all that
-- calls them in that company as told; each worker takes others. Returns their threads, with up to three of the newest lines. While
-- nobody has read what the last mail told of a group, its next one waits eight times as long, unless the member is named in it. A request or an
-- invitation is told once.
CREATE FUNCTION claim_digests(most int) RETURNS TABLE (
    company_id uuid, member_id uuid, slug text, company text, email text, locale text, thread_id uuid, direct boolean, asked boolean,
    name text, companions jsonb, unread int, lines jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  owed record;
  quiet record;
  taken int := 0;
BEGIN
  PERFORM require_every_company();
  FOR owed IN
    WITH lately AS MATERIALIZED (
      SELECT t.* FROM chat_threads t WHERE t.last_message_at > now() - interval '1 day'
    ), behind AS MATERIALIZED (
      SELECT p AS place, greatest(p.read_number, p.mailed_number) AS told, t.direct_key IS NOT NULL AS direct FROM lately t
      JOIN chat_places p ON p.company_id = t.company_id AND p.thread_id = t.id
      WHERE greatest(p.read_number, p.mailed_number) < t.last_number AND p.archived_at IS NULL
    )
    SELECT m.company_id, m.id AS member_id, bool_or(EXISTS (SELECT FROM calls(d.place, d.told, by.asker) l
        WHERE l.sent_at < now() - patience.minutes * interval '1 minute'
          * CASE WHEN (d.place).mailed_number > (d.place).read_number AND NOT d.direct AND NOT l.names_me THEN 8 ELSE 1 END)) AS due,
      -- What calls nobody is passed over once and for all.
      array_agg((d.place).thread_id) FILTER (WHERE NOT EXISTS (SELECT FROM calls(d.place, d.told, by.asker))) AS silent
    FROM behind d
    JOIN companies c ON c.id = (d.place).company_id AND c.status = 'ACTIVE'
    JOIN chat_participants q ON q.company_id = (d.place).company_id AND q.thread_id = (d.place).thread_id AND q.member_id = (d.place).member_id
    JOIN members m ON m.company_id = (d.place).company_id AND m.id = (d.place).member_id AND m.status = 'ACTIVE'
    JOIN chat_messages n ON n.company_id = (d.place).company_id AND n.thread_id = (d.place).thread_id AND n.number = d.told + 1
    LEFT JOIN chat_preferences f ON f.company_id = (d.place).company_id AND f.member_id = (d.place).member_id
    CROSS JOIN LATERAL (SELECT coalesce(f.mail_after_minutes, 15) AS minutes) patience
    CROSS JOIN LATERAL (SELECT CASE WHEN q.state = 'ASKED' AND NOT d.direct THEN q.asked_by END AS asker) by
    WHERE patience.minutes > 0 AND n.sent_at < now() - patience.minutes * interval '1 minute'
      AND (q.state = 'ACTIVE' OR q.state = 'ASKED' AND (d.place).mailed_number = 0 AND (d.direct OR q.asked_by IS NOT NULL))
    GROUP BY m.company_id, m.id
  LOOP
    -- Of two workers one writes to this member; the other, when it comes after all, finds everything told.
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(hashtextextended(owed.company_id || ' ' || owed.member_id, 21));
    IF owed.silent IS NOT NULL THEN
      FOR quiet IN SELECT p.thread_id, t.last_number FROM chat_places p
          JOIN chat_threads t ON t.company_id = p.company_id AND t.id = p.thread_id
          WHERE p.company_id = owed.company_id AND p.member_id = owed.member_id AND p.thread_id = ANY (owed.silent)
            AND NOT EXISTS (SELECT FROM calling_lines(p, greatest(p.read_number, p.mailed_number)))
          FOR NO KEY UPDATE OF p SKIP LOCKED LOOP
        UPDATE chat_places p SET mailed_number = quiet.last_number
          WHERE p.company_id = owed.company_id AND p.thread_id = quiet.thread_id AND p.member_id = owed.member_id;
      END LOOP;
    END IF;
    CONTINUE WHEN NOT owed.due;
    RETURN QUERY
    WITH untold AS (
      SELECT p AS place, greatest(p.read_number, p.mailed_number) AS told, t.last_number, q.state = 'ASKED' AS asked,
        by.asker, t.direct_key IS NOT NULL AS direct, t.name
      FROM chat_places p
      JOIN chat_threads t ON t.company_id = p.company_id AND t.id = p.thread_id
      JOIN chat_participants q ON q.company_id = p.company_id AND q.thread_id = p.thread_id AND q.member_id = p.member_id
      CROSS JOIN LATERAL (SELECT CASE WHEN q.state = 'ASKED' AND t.direct_key IS NULL THEN q.asked_by END AS asker) by
      WHERE p.company_id = owed.company_id AND p.member_id = owed.member_id AND p.archived_at IS NULL
        AND t.last_message_at > now() - interval '1 day' AND greatest(p.read_number, p.mailed_number) < t.last_number
        AND (q.state = 'ACTIVE' OR q.state = 'ASKED' AND p.mailed_number = 0 AND (t.direct_key IS NOT NULL OR q.asked_by IS NOT NULL))
        AND EXISTS (SELECT FROM calls(p, greatest(p.read_number, p.mailed_number), by.asker))
      FOR NO KEY UPDATE OF p SKIP LOCKED
    ), told AS (
      UPDATE chat_places p SET mailed_number = d.last_number FROM untold d
      WHERE p.company_id = (d.place).company_id AND p.thread_id = (d.place).thread_id AND p.member_id = (d.place).member_id
    )
    SELECT c.id, m.id, c.slug, CASE u.locale WHEN 'ja' THEN c.name ELSE c.name_en END, u.email, u.locale::text,
      (d.place).thread_id, d.direct, d.asked,
      CASE WHEN d.asker IS NULL OR coalesce(f.mail_content, true) THEN d.name END,
      CASE WHEN d.direct OR d.asked OR d.name IS NOT NULL THEN '[]' ELSE companions(d.place) END,
      (SELECT count(*) FROM (SELECT FROM calls(d.place, d.told, d.asker) LIMIT 100) x)::int,
      (SELECT jsonb_agg(jsonb_build_object('author', visible_name(c.id, l.author_id, (d.place).member_id),
          'words', CASE WHEN NOT d.asked AND coalesce(f.mail_content, true) THEN left(l.text, 1000) END,
          'files', (SELECT count(*) FROM chat_files g WHERE g.company_id = c.id AND g.thread_id = (d.place).thread_id AND g.number = l.number))
          ORDER BY l.number)
        FROM (SELECT y.* FROM calls(d.place, d.told, d.asker) y ORDER BY y.number DESC LIMIT 3) l)
    FROM untold d
    JOIN companies c ON c.id = owed.company_id
    JOIN members m ON m.company_id = owed.company_id AND m.id = owed.member_id
    JOIN users u ON u.id = m.user_id
    LEFT JOIN chat_preferences f ON f.company_id = owed.company_id AND f.member_id = owed.member_id
    ORDER BY d.last_number - d.told DESC, (d.place).thread_id;
    IF FOUND THEN
      taken := taken + 1;
    END IF;
    EXIT WHEN taken >= most;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION claim_digests TO okaeri_app;
