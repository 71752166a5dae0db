-- What there is to tell members who are not looking. Domains write it, from functions of their own: from when on it is told by push and by
-- mail. The worker takes what is due, each once, and asks the domain for the words at that moment (lib/notifications); how far it told
-- is kept, counted as the domain counts.
GRANT SELECT, INSERT, UPDATE, DELETE ON notifications TO okaeri_lookup;

-- The browsers of an account that may be woken. With the caller's rights.
CREATE FUNCTION living_subscriptions(account uuid) RETURNS SETOF push_subscriptions LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT s.* FROM push_subscriptions s JOIN sessions e ON e.id = s.session_id AND e.expires_at > now()
    WHERE s.gone_at IS NULL AND s.user_id = account;
END;

-- By which way a member is told, who is told of one thing by one way: push where a browser of theirs may be woken and push works here, or else mail, if
-- they want any. With the caller's rights.
CREATE FUNCTION notice_way(company uuid, member uuid, push_works boolean) RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT CASE WHEN push_works AND EXISTS (SELECT FROM living_subscriptions(m.user_id)) THEN 'push'
      WHEN coalesce((SELECT f.mail_after_minutes FROM chat_preferences f WHERE f.company_id = company AND f.member_id = member), 15) > 0 THEN 'mail'
      ELSE 'list' END
    FROM members m WHERE m.company_id = company AND m.id = member;
END;

-- Has a notification mailed that no browser took, no sooner than mails tell of unread messages, and says so; not to who wants no mails.
CREATE FUNCTION mail_instead(company uuid, member uuid, of_kind "NotificationKind", about uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  minutes int := coalesce((SELECT f.mail_after_minutes FROM chat_preferences f WHERE f.company_id = company AND f.member_id = member), 15);
BEGIN
  PERFORM require_every_company();
  UPDATE notifications n SET mail_after = now() + minutes * interval '1 minute'
    WHERE n.company_id = company AND n.member_id = member AND n.kind = of_kind AND n.subject = about AND minutes > 0;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION mail_instead TO okaeri_app;

-- Takes up to `max_count` notifications whose time for a push has come, of members who may be here; each worker takes others. `told`: how far
-- they were pushed before.
CREATE FUNCTION claim_pushes(max_count int) RETURNS TABLE (
    company_id uuid, member_id uuid, kind "NotificationKind", subject uuid, told int,
    slug text, company text, locale text, subscriptions jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_every_company();
  RETURN QUERY
  WITH due AS (
    SELECT n.company_id, n.member_id, n.kind, n.subject, n.pushed_number AS told, m.user_id FROM notifications n
    JOIN companies c ON c.id = n.company_id AND c.status = 'ACTIVE'
    JOIN members m ON m.company_id = n.company_id AND m.id = n.member_id AND m.status = 'ACTIVE'
    WHERE n.push_after <= now()
    LIMIT max_count
    FOR NO KEY UPDATE OF n SKIP LOCKED
  ), taken AS (
    UPDATE notifications n SET push_after = NULL FROM due d
    WHERE n.company_id = d.company_id AND n.member_id = d.member_id AND n.kind = d.kind AND n.subject = d.subject
  )
  SELECT d.company_id, d.member_id, d.kind, d.subject, d.told,
    c.slug, CASE u.locale WHEN 'ja' THEN c.name ELSE c.name_en END, u.locale::text,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('endpoint', s.endpoint, 'p256dh', s.p256dh, 'auth', s.auth)), '[]')
      FROM living_subscriptions(d.user_id) s)
  FROM due d
  JOIN companies c ON c.id = d.company_id
  JOIN users u ON u.id = d.user_id;
END $$;
GRANT EXECUTE ON FUNCTION claim_pushes TO okaeri_app;

-- Takes all that there is to mail to up to `max_count` members to whom something is due; each worker takes others. `told`: how far it was
-- mailed before. What is for one member comes together.
CREATE FUNCTION claim_digests(max_count int) RETURNS TABLE (
    company_id uuid, member_id uuid, kind "NotificationKind", subject uuid, told int,
    slug text, company text, accent_hue int, locale text, email text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  owed record;
  taken int := 0;
BEGIN
  PERFORM require_every_company();
  FOR owed IN SELECT DISTINCT n.company_id, n.member_id FROM notifications n
      JOIN companies c ON c.id = n.company_id AND c.status = 'ACTIVE'
      JOIN members m ON m.company_id = n.company_id AND m.id = n.member_id AND m.status = 'ACTIVE'
      WHERE n.mail_after <= now() LOOP
    -- Of two workers one writes to this member; the other, when it comes after all, finds nothing due.
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(hashtextextended(owed.company_id || ' ' || owed.member_id, 21));
    RETURN QUERY
    WITH untold AS (
      SELECT n.company_id, n.member_id, n.kind, n.subject, n.mailed_number AS told FROM notifications n
      WHERE n.company_id = owed.company_id AND n.member_id = owed.member_id AND n.mail_after IS NOT NULL
        AND EXISTS (SELECT FROM notifications d
          WHERE d.company_id = owed.company_id AND d.member_id = owed.member_id AND d.mail_after <= now())
      FOR NO KEY UPDATE OF n SKIP LOCKED
    ), claimed AS (
      UPDATE notifications n SET mail_after = NULL FROM untold d
      WHERE n.company_id = d.company_id AND n.member_id = d.member_id AND n.kind = d.kind AND n.subject = d.subject
    )
    SELECT d.company_id, d.member_id, d.kind, d.subject, d.told,
      c.slug, CASE u.locale WHEN 'ja' THEN c.name ELSE c.name_en END, c.accent_hue::int,
      u.locale::text, u.email
    FROM untold d
    JOIN companies c ON c.id = d.company_id
    JOIN members m ON m.company_id = d.company_id AND m.id = d.member_id
    JOIN users u ON u.id = m.user_id;
    IF FOUND THEN
      taken := taken + 1;
    END IF;
    EXIT WHEN taken >= max_count;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION claim_digests TO okaeri_app;

-- Keeps how far these notifications were told, by anyone who claimed them in this transaction.
CREATE FUNCTION mark_told(by_mail boolean, of_kind "NotificationKind", companies uuid[], members uuid[], subjects uuid[], numbers int[])
  RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  UPDATE notifications n SET pushed_number = CASE WHEN by_mail THEN n.pushed_number ELSE x.number END,
      mailed_number = CASE WHEN by_mail THEN x.number ELSE n.mailed_number END
    FROM unnest(companies, members, subjects, numbers) AS x(company, member, subject, number)
    WHERE n.company_id = x.company AND n.member_id = x.member AND n.kind = of_kind AND n.subject = x.subject;
END $$;
GRANT EXECUTE ON FUNCTION mark_told TO okaeri_app;
