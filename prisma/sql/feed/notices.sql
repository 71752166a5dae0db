-- What tells a member that others said おかえり to them, who has not looked: once a day at most by each way, however many they were. Told is
-- counted in seconds since 2020. Only of those whom the directory lists, and whom no block parts from the member.
CREATE FUNCTION feed_second(at timestamptz) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ceil(extract(epoch FROM at - timestamptz '2020-01-01 00:00:00+00'))::int;

-- The answers to the lines of a member that they have not looked at, given after such a second and before this one: those of the second that runs wait,
-- since how far one was told is a whole one. With the caller's rights.
CREATE FUNCTION untold_answers(company uuid, member uuid, after int) RETURNS SETOF feed_reactions LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT r.* FROM feed_events e JOIN feed_reactions r ON r.company_id = e.company_id AND r.event_id = e.id AND r.listed
    JOIN profiles o ON o.company_id = e.company_id AND o.member_id = e.member_id AND o.listed IS NOT NULL
    LEFT JOIN feed_marks k ON k.company_id = e.company_id AND k.member_id = e.member_id
    WHERE e.company_id = company AND e.member_id = member AND e.okaeri > 0
      AND r.at > coalesce(k.looked_at, '-infinity') AND feed_second(r.at) > after AND feed_second(r.at) < feed_second(now()) AND r.at > now() - interval '2 days'
      AND NOT EXISTS (SELECT FROM chat_blocks b WHERE b.company_id = company
        AND (b.blocker_id = member AND b.blocked_id = r.member_id OR b.blocker_id = r.member_id AND b.blocked_id = member));
END;

-- Of members to whom something was said lately: how far they were told, and when the first was said that they were not told. With the
-- caller's rights.
CREATE FUNCTION unanswered_members(by_mail boolean) RETURNS TABLE (company_id uuid, member_id uuid, user_id uuid, told int, first_at timestamptz)
  LANGUAGE sql STABLE
BEGIN ATOMIC
  WITH lately AS MATERIALIZED (
    SELECT DISTINCT e.company_id, e.member_id FROM feed_reactions r JOIN feed_events e ON e.company_id = r.company_id AND e.id = r.event_id
      WHERE r.at > now() - interval '2 days'
  )
  SELECT l.company_id, l.member_id, m.user_id, x.told, first.at FROM lately l
    JOIN companies c ON c.id = l.company_id AND c.status = 'ACTIVE'
    JOIN members m ON m.company_id = l.company_id AND m.id = l.member_id AND m.status = 'ACTIVE'
    LEFT JOIN notifications n ON n.company_id = l.company_id AND n.member_id = l.member_id AND n.kind = 'OKAERI' AND n.subject = l.member_id
    CROSS JOIN LATERAL (SELECT coalesce(CASE WHEN by_mail THEN n.mailed_number ELSE n.pushed_number END, 0) AS told) x
    CROSS JOIN LATERAL (SELECT min(a.at) AS at FROM untold_answers(l.company_id, l.member_id, x.told) a) first
    WHERE first.at IS NOT NULL AND x.told <= feed_second(now() - interval '1 day');
END;

-- Writes into the notifications who is to be told now, `grace` after the first was said; by mail those who have mails, no sooner than these
-- tell of unread messages.
CREATE FUNCTION queue_okaeri(by_mail boolean, grace interval) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  INSERT INTO notifications AS n (company_id, member_id, kind, subject, push_after, mail_after)
    SELECT u.company_id, u.member_id, 'OKAERI', u.member_id, CASE WHEN NOT by_mail THEN now() END, CASE WHEN by_mail THEN now() END
    FROM unanswered_members(by_mail) u
    LEFT JOIN chat_preferences f ON f.company_id = u.company_id AND f.member_id = u.member_id
    CROSS JOIN LATERAL (SELECT coalesce(f.mail_after_minutes, 15) AS minutes) patience
    WHERE CASE WHEN by_mail THEN patience.minutes > 0 AND u.first_at < now() - greatest(grace, patience.minutes * interval '1 minute')
      ELSE u.first_at < now() - grace AND EXISTS (SELECT FROM living_subscriptions(u.user_id)) END
    -- In one order: two workers must not wait for each other crosswise.
    ORDER BY 1, 2
    ON CONFLICT (company_id, member_id, kind, subject) DO UPDATE SET push_after = coalesce(excluded.push_after, n.push_after),
      mail_after = coalesce(excluded.mail_after, n.mail_after);
END $$;
GRANT EXECUTE ON FUNCTION queue_okaeri TO okaeri_app;

-- What is told of these notifications, where somebody said something that was not looked at: how many did, the first of them, and the newest line
-- that they said it to. `spot`: which of the notifications, from 1; `number`: how far this tells.
CREATE FUNCTION okaeri_words(companies uuid[], members uuid[], told int[])
  RETURNS TABLE (spot int, number int, name jsonb, givers int, line uuid, occurred_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_every_company();
  RETURN QUERY
  SELECT x.spot::int, feed_second(now()) - 1, visible_name(x.company, a.ids[1], x.member), a.givers, newest.id, newest.occurred_at
  FROM unnest(companies, members, told) WITH ORDINALITY AS x(company, member, told, spot)
  CROSS JOIN LATERAL (SELECT array_agg(u.member_id ORDER BY u.at, u.member_id) AS ids, array_agg(u.event_id) AS lines,
    count(DISTINCT u.member_id)::int AS givers FROM untold_answers(x.company, x.member, x.told) u) a
  CROSS JOIN LATERAL (SELECT e.id, e.occurred_at FROM feed_events e WHERE e.company_id = x.company AND e.id = ANY (a.lines)
    ORDER BY e.occurred_at DESC, e.id DESC LIMIT 1) newest;
END $$;
GRANT EXECUTE ON FUNCTION okaeri_words TO okaeri_app;
