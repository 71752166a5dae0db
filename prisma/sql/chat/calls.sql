-- The lines after a number that call a member: what others wrote whom no block parts from the member; in a muted thread only what names the
-- member. Not of a day ago. With the caller's rights.
CREATE FUNCTION calling_lines(place chat_places, after int)
  RETURNS TABLE (number int, author_id uuid, text text, names_me boolean, sent_at timestamptz)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT n.number, n.author_id, n.text, place.member_id = ANY (n.mentions), n.sent_at FROM chat_messages n
    WHERE n.company_id = place.company_id AND n.thread_id = place.thread_id AND n.number > after AND n.kind = 'TEXT'
      AND n.deleted_at IS NULL AND n.author_id <> place.member_id AND (NOT place.muted OR place.member_id = ANY (n.mentions))
      AND n.sent_at > now() - interval '1 day'
      -- Asked for once, not of each line.
      AND n.author_id <> ALL ((SELECT parted_from(place.company_id, place.member_id))::uuid[]);
END;

-- Of a group, the first three of those beside the member who stand for the member: what it is called while it has no name.
CREATE FUNCTION companions(place chat_places) RETURNS jsonb LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT coalesce(jsonb_agg(visible_name(p.company_id, p.member_id, place.member_id) ORDER BY p.joined_at, p.member_id), '[]')
    FROM (SELECT * FROM chat_participants
      WHERE company_id = place.company_id AND thread_id = place.thread_id AND member_id <> place.member_id AND state = 'ACTIVE'
        AND (member_id <> ALL ((SELECT parted_from(place.company_id, place.member_id))::uuid[])
          OR stands_for(company_id, thread_id, place.member_id, member_id))
      ORDER BY joined_at, member_id LIMIT 3) p;
END;

-- The one request of `asker` to come into the group as what calls a member: told from the line after that number on, which says that the
-- member was asked. Not of a day ago. With the caller's rights.
CREATE FUNCTION calling_request(place chat_places, after int, asker uuid)
  RETURNS TABLE (number int, author_id uuid, text text, names_me boolean, sent_at timestamptz)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT n.number, asker, '', false, n.sent_at FROM chat_messages n
    WHERE asker IS NOT NULL AND asker <> ALL (parted_from(place.company_id, place.member_id)) AND n.company_id = place.company_id AND n.thread_id = place.thread_id AND n.number = after + 1
      AND n.sent_at > now() - interval '1 day';
END;

-- What calls a member after a number is lines, or the request of `asker`. The three below order and limit the lines by themselves: over
-- both together a sort would read all that is unread.

-- When the first call came; with `naming`, the first that names the member. With the caller's rights.
CREATE FUNCTION first_call(place chat_places, after int, asker uuid, naming boolean) RETURNS TABLE (sent_at timestamptz)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  (SELECT l.sent_at FROM calling_lines(place, after) l WHERE asker IS NULL AND (l.names_me OR NOT naming) ORDER BY l.number LIMIT 1)
  UNION ALL
  SELECT r.sent_at FROM calling_request(place, after, asker) r WHERE NOT naming;
END;

-- The newest calls, up to `max_count`. With the caller's rights.
CREATE FUNCTION newest_calls(place chat_places, after int, asker uuid, max_count int)
  RETURNS TABLE (number int, author_id uuid, text text, sent_at timestamptz)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  (SELECT l.number, l.author_id, l.text, l.sent_at FROM calling_lines(place, after) l
    WHERE asker IS NULL ORDER BY l.number DESC LIMIT max_count)
  UNION ALL
  SELECT r.number, r.author_id, r.text, r.sent_at FROM calling_request(place, after, asker) r;
END;

-- How many calls, up to a hundred. With the caller's rights.
CREATE FUNCTION count_calls(place chat_places, after int, asker uuid) RETURNS int LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT ((SELECT count(*) FROM (SELECT FROM calling_lines(place, after) WHERE asker IS NULL LIMIT 100) x)
    + (SELECT count(*) FROM calling_request(place, after, asker)))::int;
END;

-- The places in which something was said lately that their member has neither read nor been told, by push or by mail: how far they were
-- told, how far the thread is, who asks them in, and when the first untold line was sent. With the caller's rights.
CREATE FUNCTION untold_places(by_mail boolean) RETURNS TABLE (
    place chat_places, before notifications, user_id uuid, told int, last_number int, direct boolean, asker uuid, first_sent_at timestamptz)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  -- First the few threads of that time, whatever the planner thinks of the many.
  WITH lately AS MATERIALIZED (
    SELECT t.* FROM chat_threads t CROSS JOIN (SELECT now() - CASE WHEN by_mail THEN interval '1 day' ELSE interval '1 hour' END AS begun) x
    WHERE t.last_message_hour >= date_trunc('hour', x.begun AT TIME ZONE 'UTC') AND t.last_message_at > x.begun
  ), behind AS MATERIALIZED (
    SELECT p, n, x.told, t.last_number, t.direct_key IS NOT NULL AS direct FROM lately t
    JOIN chat_places p ON p.company_id = t.company_id AND p.thread_id = t.id
    LEFT JOIN notifications n ON n.company_id = p.company_id AND n.member_id = p.member_id AND n.kind = 'CHAT' AND n.subject = p.thread_id
    CROSS JOIN LATERAL (SELECT coalesce(CASE WHEN by_mail THEN n.mailed_number ELSE n.pushed_number END, 0) AS told) x
    WHERE greatest(p.read_number, x.told) < t.last_number AND p.archived_at IS NULL
  )
  SELECT b.p, b.n, m.user_id, b.told, b.last_number, b.direct, CASE WHEN q.state = 'ASKED' AND NOT b.direct THEN q.asked_by END, first.sent_at
  FROM behind b
  JOIN companies c ON c.id = (b.p).company_id AND c.status = 'ACTIVE'
  JOIN members m ON m.company_id = (b.p).company_id AND m.id = (b.p).member_id AND m.status = 'ACTIVE'
  -- OFFSET 0: looked up by the whole key. Joined, a group's participants and lines are read for each of its members.
  CROSS JOIN LATERAL (SELECT x.state, x.asked_by FROM chat_participants x
    WHERE x.company_id = (b.p).company_id AND x.thread_id = (b.p).thread_id AND x.member_id = (b.p).member_id OFFSET 0) q
  CROSS JOIN LATERAL (SELECT x.sent_at FROM chat_messages x
    WHERE x.company_id = (b.p).company_id AND x.thread_id = (b.p).thread_id AND x.number = greatest((b.p).read_number, b.told) + 1
    OFFSET 0) first
  WHERE q.state = 'ACTIVE' OR q.state = 'ASKED' AND b.told <= (b.p).read_number AND (b.direct OR q.asked_by IS NOT NULL);
END;

-- Writes into the notifications what is to be pushed now: what calls a member who has a browser to be woken, `grace` after the first
-- untold line. What calls nobody, or is of an hour ago, is passed over once and for all.
CREATE FUNCTION queue_chat_pushes(grace interval) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  INSERT INTO notifications AS n (company_id, member_id, kind, subject, pushed_number, push_after)
    SELECT (u.place).company_id, (u.place).member_id, 'CHAT', (u.place).thread_id,
      CASE WHEN call.number IS NULL THEN u.last_number ELSE u.told END, CASE WHEN call.number IS NOT NULL THEN now() END
    FROM untold_places(false) u
    LEFT JOIN LATERAL (SELECT y.number FROM newest_calls(u.place, greatest((u.place).read_number, u.told), u.asker, 1) y
      WHERE y.sent_at > now() - interval '1 hour') call ON true
    WHERE u.first_sent_at < now() - grace AND EXISTS (SELECT FROM living_subscriptions(u.user_id))
    -- In one order: two workers must not wait for each other crosswise.
    ORDER BY 1, 2, 4
    ON CONFLICT (company_id, member_id, kind, subject) DO UPDATE SET push_after = excluded.push_after,
      pushed_number = greatest(n.pushed_number, excluded.pushed_number);
END $$;
GRANT EXECUTE ON FUNCTION queue_chat_pushes TO okaeri_app;

-- Writes into the notifications what calls members, and when it is to be mailed: after as long as the member chose. While nobody has read
-- what the last mail told of a group, its next one waits eight times as long, unless the member is named in it. What calls nobody for
-- that long is passed over once and for all. A time that was written stays until it has come, or may be another one.
CREATE FUNCTION queue_chat_mails() RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  WITH wanted AS (
    SELECT u.*, least(call.sent_at + mine.patience * slower.times, named.sent_at + mine.patience) AS mail_after,
      mine.patience > interval '0' AND call.sent_at IS NULL AND u.first_sent_at < now() - mine.patience AS silent
    FROM untold_places(true) u
    LEFT JOIN chat_preferences f ON f.company_id = (u.place).company_id AND f.member_id = (u.place).member_id
    CROSS JOIN LATERAL (SELECT coalesce(f.mail_after_minutes, 15) * interval '1 minute' AS patience) mine
    CROSS JOIN LATERAL (SELECT CASE WHEN u.told > (u.place).read_number AND NOT u.direct THEN 8 ELSE 1 END AS times) slower
    -- OFFSET 0: once for each place, and only where it is wanted.
    CROSS JOIN LATERAL (SELECT CASE WHEN mine.patience > interval '0' THEN
      (SELECT y.sent_at FROM first_call(u.place, greatest((u.place).read_number, u.told), u.asker, false) y) END AS sent_at OFFSET 0) call
    CROSS JOIN LATERAL (SELECT CASE WHEN mine.patience > interval '0' AND slower.times > 1 THEN
      (SELECT y.sent_at FROM first_call(u.place, greatest((u.place).read_number, u.told), u.asker, true) y) END AS sent_at OFFSET 0) named
    WHERE (u.before).mail_after IS NULL OR (u.before).mail_after <= now() OR u.first_sent_at < now() - mine.patience
  )
  INSERT INTO notifications AS n (company_id, member_id, kind, subject, mailed_number, mail_after)
    SELECT (w.place).company_id, (w.place).member_id, 'CHAT', (w.place).thread_id, CASE WHEN w.silent THEN w.last_number ELSE w.told END, w.mail_after
    FROM wanted w WHERE w.silent OR w.mail_after IS DISTINCT FROM (w.before).mail_after
    ORDER BY 1, 2, 4
    ON CONFLICT (company_id, member_id, kind, subject) DO UPDATE SET mail_after = excluded.mail_after,
      mailed_number = greatest(n.mailed_number, excluded.mailed_number);
END $$;
GRANT EXECUTE ON FUNCTION queue_chat_mails TO okaeri_app;

-- Of notifications, each a company, a member, a thread and how far it was told: the places of which their member may still be told, and
-- what is told of the conversation. `spot`: which of them, from 1. `number`: how far the thread is. With the caller's rights.
CREATE FUNCTION called_places(companies uuid[], members uuid[], threads uuid[], told int[])
  RETURNS TABLE (spot int, place chat_places, after int, number int, direct boolean, asked boolean, asker uuid, name text, companions jsonb)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT x.spot::int, z.p, greatest((z.p).read_number, x.told), t.last_number, t.direct_key IS NOT NULL, q.state = 'ASKED',
    CASE WHEN q.state = 'ASKED' AND t.direct_key IS NULL THEN q.asked_by END, t.name,
    CASE WHEN t.direct_key IS NOT NULL OR q.state = 'ASKED' OR t.name IS NOT NULL THEN '[]' ELSE companions(z.p) END
  FROM unnest(companies, members, threads, told) WITH ORDINALITY AS x(company, member, thread, told, spot)
  JOIN chat_threads t ON t.company_id = x.company AND t.id = x.thread
  CROSS JOIN LATERAL (SELECT y AS p FROM chat_places y
    WHERE y.company_id = x.company AND y.thread_id = x.thread AND y.member_id = x.member AND y.archived_at IS NULL OFFSET 0) z
  CROSS JOIN LATERAL (SELECT y.state, y.asked_by FROM chat_participants y
    WHERE y.company_id = x.company AND y.thread_id = x.thread AND y.member_id = x.member OFFSET 0) q
  WHERE q.state = 'ACTIVE' OR q.state = 'ASKED' AND x.told <= (z.p).read_number AND (t.direct_key IS NOT NULL OR q.asked_by IS NOT NULL);
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
    count_calls(d.place, (d.place).read_number, d.asker)
  FROM called_places(companies, members, threads, told) d
  LEFT JOIN chat_preferences f ON f.company_id = (d.place).company_id AND f.member_id = (d.place).member_id
  CROSS JOIN LATERAL (SELECT coalesce(f.push_content, true) AS content) mine
  CROSS JOIN LATERAL newest_calls(d.place, d.after, d.asker, 1) l
  WHERE l.sent_at > now() - interval '1 hour';
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
    count_calls(d.place, d.after, d.asker), newest.lines
  FROM called_places(companies, members, threads, told) d
  LEFT JOIN chat_preferences f ON f.company_id = (d.place).company_id AND f.member_id = (d.place).member_id
  CROSS JOIN LATERAL (SELECT coalesce(f.mail_content, true) AS content) mine
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('author', visible_name((d.place).company_id, l.author_id, (d.place).member_id),
        'words', CASE WHEN NOT d.asked AND mine.content THEN left(l.text, 1000) END,
        'files', (SELECT count(*) FROM chat_files g
          WHERE g.company_id = (d.place).company_id AND g.thread_id = (d.place).thread_id AND g.number = l.number))
        ORDER BY l.number) AS lines
      FROM newest_calls(d.place, d.after, d.asker, 3) l) newest
  WHERE newest.lines IS NOT NULL
  ORDER BY d.number - d.after DESC, (d.place).thread_id;
END $$;
GRANT EXECUTE ON FUNCTION chat_mail_words TO okaeri_app;
