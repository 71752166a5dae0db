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

-- Writes into the notifications what calls members in conversations in which something was said within that time: from when on it is told.
-- A push waits `grace` after the first untold line, and tells nothing of an hour ago; a mail waits as long as the member chose. While
-- nobody has read what the last mail told of a group, its next one waits eight times as long, unless the member is named in it. A request
-- or an invitation is told once. What calls nobody is passed over once and for all.
CREATE FUNCTION queue_chat_calls(within interval, grace interval) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  -- First the few threads of that time, whatever the planner thinks of the many.
  WITH lately AS MATERIALIZED (
    SELECT t.* FROM chat_threads t WHERE t.last_message_at > now() - within
  ), behind AS MATERIALIZED (
    SELECT p AS place, n AS before, coalesce(n.pushed_number, 0) AS pushed, coalesce(n.mailed_number, 0) AS mailed,
      t.last_number, t.last_message_at, t.direct_key IS NOT NULL AS direct FROM lately t
    JOIN chat_places p ON p.company_id = t.company_id AND p.thread_id = t.id
    LEFT JOIN notifications n ON n.company_id = p.company_id AND n.member_id = p.member_id AND n.kind = 'CHAT' AND n.subject = p.thread_id
    WHERE p.read_number < t.last_number AND p.archived_at IS NULL
      AND least(coalesce(n.pushed_number, 0), coalesce(n.mailed_number, 0)) < t.last_number
  ), open AS (
    SELECT b.*, by.asker, mine.patience,
      -- By which way there is something untold.
      b.pushed < b.last_number AND (q.state = 'ACTIVE' OR by.asks AND b.pushed = 0) AND b.last_message_at > now() - interval '1 hour'
        AND EXISTS (SELECT FROM living_subscriptions(m.user_id)) AS by_push,
      b.mailed < b.last_number AND (q.state = 'ACTIVE' OR by.asks AND b.mailed = 0) AND mine.patience > interval '0' AS by_mail
    FROM behind b
    JOIN companies c ON c.id = (b.place).company_id AND c.status = 'ACTIVE'
    JOIN chat_participants q ON q.company_id = (b.place).company_id AND q.thread_id = (b.place).thread_id AND q.member_id = (b.place).member_id
    JOIN members m ON m.company_id = (b.place).company_id AND m.id = (b.place).member_id AND m.status = 'ACTIVE'
    LEFT JOIN chat_preferences f ON f.company_id = (b.place).company_id AND f.member_id = (b.place).member_id
    CROSS JOIN LATERAL (SELECT coalesce(f.mail_after_minutes, 15) * interval '1 minute' AS patience) mine
    CROSS JOIN LATERAL (SELECT q.state = 'ASKED' AND (b.direct OR q.asked_by IS NOT NULL) AS asks,
      CASE WHEN q.state = 'ASKED' AND NOT b.direct THEN q.asked_by END AS asker) by
  ), wanted AS (
    SELECT o.*, push.at AS push_after, push.silent AS not_by_push, mail.at AS mail_after, mail.silent AS not_by_mail
    FROM open o
    CROSS JOIN LATERAL (
      SELECT CASE WHEN o.by_push AND call.number IS NOT NULL THEN first.sent_at + grace END AS at,
        o.by_push AND call.number IS NULL AND first.sent_at < now() - grace AS silent
      FROM chat_messages first
      LEFT JOIN LATERAL newest_call(o.place, greatest((o.place).read_number, o.pushed), o.asker) call ON o.by_push
      WHERE first.company_id = (o.place).company_id AND first.thread_id = (o.place).thread_id
        AND first.number = least(greatest((o.place).read_number, o.pushed) + 1, o.last_number)) push
    CROSS JOIN LATERAL (
      SELECT CASE WHEN o.by_mail THEN least(call.sent_at + o.patience * slower.times, named.sent_at + o.patience) END AS at,
        o.by_mail AND call.number IS NULL AND first.sent_at < now() - o.patience AS silent
      FROM chat_messages first
      CROSS JOIN LATERAL (SELECT CASE WHEN o.mailed > (o.place).read_number AND NOT o.direct THEN 8 ELSE 1 END AS times) slower
      LEFT JOIN LATERAL (SELECT y.* FROM calls(o.place, greatest((o.place).read_number, o.mailed), o.asker) y
        ORDER BY y.number LIMIT 1) call ON o.by_mail
      LEFT JOIN LATERAL (SELECT y.* FROM calls(o.place, greatest((o.place).read_number, o.mailed), o.asker) y
        WHERE y.names_me ORDER BY y.number LIMIT 1) named ON o.by_mail AND slower.times > 1
      WHERE first.company_id = (o.place).company_id AND first.thread_id = (o.place).thread_id
        AND first.number = least(greatest((o.place).read_number, o.mailed) + 1, o.last_number)) mail
  ), changed AS (
    SELECT (w.place).company_id, (w.place).member_id, (w.place).thread_id AS subject,
      CASE WHEN w.not_by_push THEN w.last_number ELSE w.pushed END AS pushed_number,
      CASE WHEN w.not_by_mail THEN w.last_number ELSE w.mailed END AS mailed_number, w.push_after, w.mail_after
    FROM wanted w
    WHERE w.not_by_push OR w.not_by_mail OR (w.push_after, w.mail_after) IS DISTINCT FROM ((w.before).push_after, (w.before).mail_after)
  )
  -- In one order: two workers must not wait for each other crosswise.
  INSERT INTO notifications AS n (company_id, member_id, kind, subject, pushed_number, mailed_number, push_after, mail_after)
    SELECT c.company_id, c.member_id, 'CHAT', c.subject, c.pushed_number, c.mailed_number, c.push_after, c.mail_after
    FROM changed c ORDER BY c.company_id, c.member_id, c.subject
    ON CONFLICT (company_id, member_id, kind, subject) DO UPDATE SET pushed_number = greatest(n.pushed_number, excluded.pushed_number),
      mailed_number = greatest(n.mailed_number, excluded.mailed_number), push_after = excluded.push_after, mail_after = excluded.mail_after;
END $$;
GRANT EXECUTE ON FUNCTION queue_chat_calls TO okaeri_app;

-- Of what calls a member after a number, the newest of the last hour. With the rights of whoever asks.
CREATE FUNCTION newest_call(place chat_places, after int, asker uuid)
  RETURNS TABLE (number int, author_id uuid, text text, names_me boolean, sent_at timestamptz)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT y.* FROM calls(place, after, asker) y WHERE y.sent_at > now() - interval '1 hour' ORDER BY y.number DESC LIMIT 1;
END;

-- Of notifications, each a company, a member, a thread and how far it was told: the places of which their member may still be told, and
-- what is told of the conversation. `spot`: which of them, from 1. `number`: how far the thread is. With the rights of whoever asks.
CREATE FUNCTION called_places(companies uuid[], members uuid[], threads uuid[], told int[])
  RETURNS TABLE (spot int, place chat_places, after int, number int, direct boolean, asked boolean, asker uuid, name text, companions jsonb)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT x.spot::int, p, greatest(p.read_number, x.told), t.last_number, t.direct_key IS NOT NULL, q.state = 'ASKED',
    CASE WHEN q.state = 'ASKED' AND t.direct_key IS NULL THEN q.asked_by END, t.name,
    CASE WHEN t.direct_key IS NOT NULL OR q.state = 'ASKED' OR t.name IS NOT NULL THEN '[]' ELSE companions(p) END
  FROM unnest(companies, members, threads, told) WITH ORDINALITY AS x(company, member, thread, told, spot)
  JOIN chat_threads t ON t.company_id = x.company AND t.id = x.thread
  JOIN chat_places p ON p.company_id = x.company AND p.thread_id = x.thread AND p.member_id = x.member AND p.archived_at IS NULL
  JOIN chat_participants q ON q.company_id = x.company AND q.thread_id = x.thread AND q.member_id = x.member
  WHERE q.state = 'ACTIVE' OR q.state = 'ASKED' AND x.told = 0 AND (t.direct_key IS NOT NULL OR q.asked_by IS NOT NULL);
END;

-- What pushes tell of these notifications, where something still calls: the newest line, and how many are unread. A stranger's request is
-- told without its words; so is an invitation, with the group's name only where pushes say such things.
CREATE FUNCTION chat_push_words(companies uuid[], members uuid[], threads uuid[], told int[]) RETURNS TABLE (
    spot int, number int, direct boolean, asked boolean, name text, companions jsonb, author jsonb, words text, files int, unread int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_every_company();
  RETURN QUERY
  SELECT d.spot, d.number, d.direct, d.asked, CASE WHEN d.asker IS NULL OR mine.content THEN d.name END, d.companions,
    visible_name((d.place).company_id, l.author_id, (d.place).member_id),
    CASE WHEN NOT d.asked AND mine.content THEN left(l.text, 1000) END,
    (SELECT count(*) FROM chat_files g WHERE g.company_id = (d.place).company_id AND g.thread_id = (d.place).thread_id AND g.number = l.number)::int,
    (SELECT count(*) FROM (SELECT FROM calls(d.place, (d.place).read_number, d.asker) LIMIT 100) x)::int
  FROM called_places(companies, members, threads, told) d
  LEFT JOIN chat_preferences f ON f.company_id = (d.place).company_id AND f.member_id = (d.place).member_id
  CROSS JOIN LATERAL (SELECT coalesce(f.push_content, true) AS content) mine
  CROSS JOIN LATERAL newest_call(d.place, d.after, d.asker) l;
END $$;
GRANT EXECUTE ON FUNCTION chat_push_words TO okaeri_app;

-- What a mail tells of these notifications, where something still calls: how many lines, and up to three of the newest. Those of which
-- there is most come first.
CREATE FUNCTION chat_mail_words(companies uuid[], members uuid[], threads uuid[], told int[]) RETURNS TABLE (
    spot int, number int, direct boolean, asked boolean, name text, companions jsonb, unread int, lines jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_every_company();
  RETURN QUERY
  SELECT d.spot, d.number, d.direct, d.asked, CASE WHEN d.asker IS NULL OR mine.content THEN d.name END, d.companions,
    (SELECT count(*) FROM (SELECT FROM calls(d.place, d.after, d.asker) LIMIT 100) x)::int, newest.lines
  FROM called_places(companies, members, threads, told) d
  LEFT JOIN chat_preferences f ON f.company_id = (d.place).company_id AND f.member_id = (d.place).member_id
  CROSS JOIN LATERAL (SELECT coalesce(f.mail_content, true) AS content) mine
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('author', visible_name((d.place).company_id, l.author_id, (d.place).member_id),
        'words', CASE WHEN NOT d.asked AND mine.content THEN left(l.text, 1000) END,
        'files', (SELECT count(*) FROM chat_files g
          WHERE g.company_id = (d.place).company_id AND g.thread_id = (d.place).thread_id AND g.number = l.number))
        ORDER BY l.number) AS lines
      FROM (SELECT y.* FROM calls(d.place, d.after, d.asker) y ORDER BY y.number DESC LIMIT 3) l) newest
  WHERE newest.lines IS NOT NULL
  ORDER BY d.number - d.after DESC, (d.place).thread_id;
END $$;
GRANT EXECUTE ON FUNCTION chat_mail_words TO okaeri_app;
