-- Inviting leavers, for HR. What may be asked of a record is said once, in one word: invite, remind, or what keeps it from either.
-- Over sets, since HR invites thousands at once.
CREATE FUNCTION may_be_invited(company uuid, ids uuid[], max_reminders int, pause interval) RETURNS TABLE (id uuid, verdict text)
  LANGUAGE sql STABLE ROWS 1000
BEGIN ATOMIC
  WITH asked AS MATERIALIZED (SELECT l.* FROM leavers l WHERE l.company_id = company AND l.id = ANY (ids)),
    shared AS MATERIALIZED (SELECT l.mail FROM leavers l WHERE l.company_id = company AND l.mail IN (SELECT a.mail FROM asked a) GROUP BY l.mail HAVING count(*) > 1),
    mailed AS MATERIALIZED (SELECT m.leaver_id, array_agg(m.address) FILTER (WHERE m.state = 'BOUNCED') AS bounced,
        bool_or(m.state IN ('QUEUED', 'SENDING') OR m.state IN ('SENT', 'UNSURE') AND coalesce(m.sent_at, m.started_at) > now() - pause) AS recent
      FROM invitation_mails m WHERE m.company_id = company AND m.leaver_id = ANY (ids) GROUP BY m.leaver_id)
  SELECT a.id, CASE
    WHEN a.member_id IS NOT NULL THEN 'member'
    WHEN a.deceased THEN 'deceased'
    WHEN a.mail IS NULL THEN 'no-mail'
    WHEN a.joined_on IS NULL OR a.left_on IS NULL THEN 'no-days'
    WHEN a.ground IS NULL THEN 'no-ground'
    WHEN (SELECT EXISTS (SELECT FROM leaver_refusal_keys k WHERE k.company_id = company)) AND has_refused(a::leavers) THEN 'refused'
    WHEN s.mail IS NOT NULL THEN 'shared'
    WHEN a.mail = ANY (m.bounced) THEN 'bounced'
    WHEN m.recent THEN 'recent'
    WHEN i.leaver_id IS NULL OR i.state IN ('REVOKED', 'BOUNCED') OR i.expires_at < now() THEN 'invite'
    WHEN i.reminders >= max_reminders THEN 'recent'
    ELSE 'remind' END
    FROM asked a LEFT JOIN shared s ON s.mail = a.mail LEFT JOIN mailed m ON m.leaver_id = a.id
      LEFT JOIN invitations i ON i.company_id = company AND i.leaver_id = a.id;
END;

-- How many of these leavers there are of each word.
CREATE FUNCTION count_invitable(ids uuid[], max_reminders int, pause_days int) RETURNS TABLE (verdict text, people int)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 12 SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT m.verdict, count(*)::int FROM may_be_invited((SELECT company_of_hr()), ids, max_reminders, make_interval(days => pause_days)) m GROUP BY 1;
END;

-- In which language somebody is written to: the one asked for, or by the letters of their name.
CREATE FUNCTION mail_locale(asked text, l leavers) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN asked <> 'each' THEN asked WHEN l.family_name || l.given_name ~ '^[ -ɏ’]+$' THEN 'en' ELSE 'ja' END;

-- When a leaver is written to: now, or on the morning of their last day.
CREATE FUNCTION invitation_due(l leavers) RETURNS timestamptz LANGUAGE sql STABLE
  RETURN greatest(now(), (l.left_on + time '09:00') AT TIME ZONE 'Asia/Tokyo');

-- Queues a mail for each of these who may be invited or reminded. Of two of HR at once the second finds whom the first has invited already.
CREATE FUNCTION invite_leavers(ids uuid[], locale text, max_reminders int, pause_days int, life_days int) RETURNS TABLE (invited int, reminded int)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  company uuid := company_of_hr();
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('inviting of ' || company, 32));
  PERFORM pg_advisory_xact_lock_shared(lock_of_leavers(company));
  WITH asked AS MATERIALIZED (
      SELECT l.id, v.verdict, mail_locale(invite_leavers.locale, l) AS locale, invitation_due(l) AS due
        FROM may_be_invited(company, ids, max_reminders, make_interval(days => pause_days)) v JOIN leavers l ON l.company_id = company AND l.id = v.id
        WHERE v.verdict IN ('invite', 'remind')),
    put AS (
      INSERT INTO invitations AS i (company_id, leaver_id, state, invited_by_id, expires_at)
        SELECT company, a.id, 'QUEUED', app_member_id(), a.due + make_interval(days => life_days) FROM asked a WHERE a.verdict = 'invite'
        ON CONFLICT (company_id, leaver_id) DO UPDATE SET state = 'QUEUED', invited_by_id = excluded.invited_by_id, invited_at = now(), reminders = 0,
          expires_at = excluded.expires_at, sent_at = NULL, opened_at = NULL RETURNING i.leaver_id),
    reminding AS (
      UPDATE invitations i SET reminders = i.reminders + 1 FROM asked a WHERE i.company_id = company AND i.leaver_id = a.id AND a.verdict = 'remind' RETURNING i.leaver_id),
    queued AS (
      INSERT INTO invitation_mails (company_id, id, leaver_id, reminder, locale, due_at)
        SELECT company, gen_random_uuid(), a.id, a.verdict = 'remind', a.locale, a.due FROM asked a
          WHERE a.id IN (SELECT leaver_id FROM put UNION ALL SELECT leaver_id FROM reminding) RETURNING reminder)
    SELECT count(*) FILTER (WHERE NOT reminder)::int, count(*) FILTER (WHERE reminder)::int INTO invited, reminded FROM queued;
  RETURN NEXT;
END $$;

-- Sends one of them another mail, whatever came of those before, and lets it be good for longer. The word that keeps it from being sent, or NULL.
CREATE FUNCTION resend_invitation(leaver uuid, locale text, life_days int) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := company_of_hr();
  own leavers;
  verdict text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('inviting of ' || company, 32));
  SELECT l.* INTO own FROM leavers l WHERE l.company_id = company AND l.id = leaver;
  IF own.id IS NULL THEN
    RETURN 'gone';
  END IF;
  verdict := (SELECT m.verdict FROM may_be_invited(company, ARRAY[leaver], 1000, interval '0') m);
  -- Who asks again for one says that the address is good.
  IF verdict NOT IN ('invite', 'remind', 'bounced') OR EXISTS (SELECT FROM invitation_mails m
      WHERE m.company_id = company AND m.leaver_id = leaver AND m.state IN ('QUEUED', 'SENDING')) THEN
    RETURN CASE WHEN verdict IN ('invite', 'remind', 'bounced') THEN 'recent' ELSE verdict END;
  END IF;
  INSERT INTO invitations AS i (company_id, leaver_id, state, invited_by_id, expires_at)
    VALUES (company, leaver, 'QUEUED', app_member_id(), invitation_due(own) + make_interval(days => life_days))
    ON CONFLICT (company_id, leaver_id) DO UPDATE SET state = CASE WHEN i.state IN ('SENT', 'OPENED') AND i.expires_at > now() THEN i.state ELSE 'QUEUED' END,
      expires_at = excluded.expires_at, invited_by_id = excluded.invited_by_id, invited_at = now();
  INSERT INTO invitation_mails (company_id, id, leaver_id, locale, due_at)
    VALUES (company, gen_random_uuid(), leaver, mail_locale(resend_invitation.locale, own), invitation_due(own));
  RETURN NULL;
END $$;

-- Takes invitations back: their links lead nowhere, and what waits is not sent. How many.
CREATE FUNCTION revoke_invitations(ids uuid[]) RETURNS int
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := company_of_hr();
  revoked int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('inviting of ' || company, 32));
  UPDATE invitations i SET state = 'REVOKED' WHERE i.company_id = company AND i.leaver_id = ANY (ids) AND i.state NOT IN ('JOINED', 'REVOKED');
  GET DIAGNOSTICS revoked = ROW_COUNT;
  UPDATE invitation_mails m SET state = 'CANCELLED' FROM invitations i
    WHERE i.company_id = company AND i.leaver_id = ANY (ids) AND i.state = 'REVOKED' AND m.company_id = company AND m.leaver_id = i.leaver_id AND m.state = 'QUEUED';
  DELETE FROM invitation_links k USING invitations i
    WHERE i.company_id = company AND i.leaver_id = ANY (ids) AND i.state = 'REVOKED' AND k.company_id = company AND k.leaver_id = i.leaver_id;
  RETURN revoked;
END $$;
-- Of two records that become one: the mails and links of the one that goes lead to the other from then on.
CREATE FUNCTION move_invitation(gone uuid, kept uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := company_of_hr();
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('inviting of ' || company, 32));
  INSERT INTO invitations (company_id, leaver_id, state, invited_by_id, invited_at, expires_at, sent_at, opened_at, joined_at, reminders)
    SELECT i.company_id, kept, i.state, i.invited_by_id, i.invited_at, i.expires_at, i.sent_at, i.opened_at, i.joined_at, i.reminders FROM invitations i
      WHERE i.company_id = company AND i.leaver_id = gone ON CONFLICT DO NOTHING;
  UPDATE invitation_links k SET leaver_id = kept WHERE k.company_id = company AND k.leaver_id = gone;
  UPDATE invitation_mails m SET leaver_id = kept WHERE m.company_id = company AND m.leaver_id = gone;
END $$;
-- For whom an invitation is shown before it goes: somebody of these who would get one, else any of them; the newest of the company's where nobody is named.
CREATE FUNCTION invitation_example(ids uuid[], max_reminders int, pause_days int) RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := company_of_hr();
BEGIN
  RETURN (SELECT l.id FROM leavers l LEFT JOIN may_be_invited(company, ids, max_reminders, make_interval(days => pause_days)) m ON m.id = l.id
    WHERE l.company_id = company AND (ids IS NULL OR l.id = ANY (ids)) AND NOT l.deceased
    ORDER BY m.verdict IN ('invite', 'remind') DESC NULLS LAST, l.mail IS NULL, l.created_at DESC, l.id LIMIT 1);
END $$;
GRANT EXECUTE ON FUNCTION invitation_example, mail_locale, move_invitation, count_invitable, invite_leavers, resend_invitation, revoke_invitations TO okaeri_app;
