-- The queue of invitations' mails, for the worker. A mail is sent once: it is SENDING before the mail server hears of it, and who does not learn the answer never tries again.
GRANT SELECT, INSERT, UPDATE, DELETE ON invitations, invitation_links, invitation_mails TO okaeri_lookup;

-- Takes mails that are due, a company after the other, as many as are left of what may go out in a minute, and spread over it.
CREATE FUNCTION claim_invitation_mails(per_minute int, per_claim int) RETURNS TABLE (
    company_id uuid, id uuid, leaver_id uuid, reminder boolean, locale text, attempts int, address text, expires_at timestamptz,
    family_name text, given_name text, joined_on date, left_on date, department text, ground text, ground_on date, ground_document text,
    company text, accent_hue int, sender text, postal_address text, contact text, subject text, body text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  room int;
BEGIN
  PERFORM require_every_company();
  PERFORM pg_advisory_xact_lock(hashtextextended('sending of invitations', 33));
  room := least(per_claim, per_minute - (SELECT count(*)::int FROM invitation_mails m WHERE m.started_at > now() - interval '1 minute'));
  -- What a worker left behind that was ended: nobody knows whether it went out.
  PERFORM FROM invitations i JOIN invitation_mails m ON m.company_id = i.company_id AND m.leaver_id = i.leaver_id
    WHERE m.state = 'SENDING' AND m.started_at < now() - interval '10 minutes' FOR UPDATE OF i;
  WITH stale AS (
      UPDATE invitation_mails m SET state = 'UNSURE', answer = 'the sending process ended' WHERE m.state = 'SENDING' AND m.started_at < now() - interval '10 minutes'
        RETURNING m.company_id, m.leaver_id)
    UPDATE invitations i SET state = 'UNSURE' FROM stale s WHERE i.company_id = s.company_id AND i.leaver_id = s.leaver_id AND i.state = 'QUEUED';
  RETURN QUERY
  WITH due AS (
      SELECT q.company_id, q.id FROM companies c CROSS JOIN LATERAL (
          SELECT m.company_id, m.id, row_number() OVER (ORDER BY m.due_at, m.id) AS turn FROM invitation_mails m
            WHERE m.company_id = c.id AND m.state = 'QUEUED' AND m.due_at <= now() ORDER BY m.due_at, m.id LIMIT greatest(room, 0)) q
        WHERE c.status = 'ACTIVE' ORDER BY q.turn, q.company_id LIMIT greatest(room, 0)),
    wanted AS (
      SELECT d.company_id, d.id, l AS own, i.expires_at, (l.member_id IS NULL AND NOT l.deceased AND l.mail IS NOT NULL
          AND l.ground IS NOT NULL AND l.joined_on IS NOT NULL AND l.left_on <= current_date AND s.company_id IS NOT NULL
          AND i.state NOT IN ('JOINED', 'REVOKED') AND i.expires_at > now()) IS TRUE AS good
        FROM due d JOIN invitation_mails m ON m.company_id = d.company_id AND m.id = d.id
          JOIN invitations i ON i.company_id = m.company_id AND i.leaver_id = m.leaver_id JOIN leavers l ON l.company_id = m.company_id AND l.id = m.leaver_id
          LEFT JOIN company_senders s ON s.company_id = m.company_id
        WHERE m.state = 'QUEUED' FOR UPDATE OF m SKIP LOCKED),
    taken AS (
      UPDATE invitation_mails m SET state = CASE WHEN w.good THEN 'SENDING' ELSE 'CANCELLED' END::"InvitationMailState", attempts = m.attempts + 1,
          started_at = CASE WHEN w.good THEN now() END, address = (w.own).mail
        FROM wanted w WHERE m.company_id = w.company_id AND m.id = w.id
        RETURNING m.company_id, m.id, m.leaver_id, m.reminder, m.locale, m.attempts, m.address, w.expires_at, w.own, w.good),
    -- Of whom something was taken from the record meanwhile: HR invites them anew when it is there again.
    dropped AS (
      UPDATE invitations i SET state = 'REVOKED' FROM taken t WHERE NOT t.good AND i.company_id = t.company_id AND i.leaver_id = t.leaver_id AND i.state = 'QUEUED')
  SELECT t.company_id, t.id, t.leaver_id, t.reminder, t.locale, t.attempts, t.address, t.expires_at,
      (t.own).family_name, (t.own).given_name, (t.own).joined_on, (t.own).left_on, (t.own).department, (t.own).ground::text, (t.own).ground_on, (t.own).ground_document,
      CASE t.locale WHEN 'ja' THEN c.name ELSE c.name_en END, c.accent_hue, s.name, s.postal_address, s.contact, x.subject, x.body
    FROM taken t JOIN companies c ON c.id = t.company_id LEFT JOIN company_senders s ON s.company_id = t.company_id
      LEFT JOIN invitation_texts x ON x.company_id = t.company_id AND x.locale = t.locale
    WHERE t.good;
END $$;

-- The link that a mail carries, as hashes, in the transaction that takes the mail.
CREATE FUNCTION put_invitation_link(company uuid, leaver uuid, mail uuid, token bytea, code bytea) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  INSERT INTO invitation_links (token_hash, company_id, leaver_id, mail_id, code_hash) VALUES (token, company, leaver, mail, code);
END $$;

-- What the mail server said of a mail. One that it would not take now waits, longer each time, and is given up after twelve tries.
CREATE FUNCTION settle_invitation_mail(company uuid, mail uuid, outcome text, said text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own invitation_mails;
  result "InvitationMailState";
BEGIN
  PERFORM require_every_company();
  -- The invitation before its mails, as everybody takes them.
  PERFORM FROM invitations i JOIN invitation_mails m ON m.company_id = i.company_id AND m.leaver_id = i.leaver_id WHERE m.company_id = company AND m.id = mail
    FOR UPDATE OF i;
  SELECT m.* INTO own FROM invitation_mails m WHERE m.company_id = company AND m.id = mail AND m.state = 'SENDING' FOR UPDATE;
  IF own.id IS NULL THEN
    RETURN;
  END IF;
  result := CASE WHEN outcome = 'LATER' THEN CASE WHEN own.attempts < 12 THEN 'QUEUED' ELSE 'BOUNCED' END ELSE outcome END;
  UPDATE invitation_mails m SET state = result, answer = said, sent_at = CASE WHEN result = 'SENT' THEN now() END,
      due_at = CASE WHEN result = 'QUEUED' THEN now() + least(interval '1 minute' * 2 ^ own.attempts, interval '4 hours') ELSE m.due_at END
    WHERE m.company_id = company AND m.id = mail;
  UPDATE invitations i SET state = result::text::"InvitationState", sent_at = CASE WHEN result = 'SENT' THEN now() ELSE i.sent_at END
    WHERE i.company_id = company AND i.leaver_id = own.leaver_id AND result IN ('SENT', 'BOUNCED', 'UNSURE')
      AND (i.state IN ('QUEUED', 'UNSURE', 'BOUNCED') OR result = 'BOUNCED' AND i.state = 'SENT');
END $$;
-- A mail came back, days later perhaps. Who has opened the invitation since was reached, and a later mail may reach them yet.
CREATE FUNCTION note_bounce(mail uuid, said text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own invitation_mails;
BEGIN
  PERFORM require_every_company();
  PERFORM FROM invitations i JOIN invitation_mails m ON m.company_id = i.company_id AND m.leaver_id = i.leaver_id WHERE m.id = mail FOR UPDATE OF i;
  UPDATE invitation_mails m SET state = 'BOUNCED', answer = said WHERE m.id = mail AND m.state IN ('SENDING', 'SENT', 'UNSURE') RETURNING m.* INTO own;
  UPDATE invitations i SET state = 'BOUNCED' WHERE i.company_id = own.company_id AND i.leaver_id = own.leaver_id AND i.state IN ('QUEUED', 'SENT', 'UNSURE')
    AND NOT EXISTS (SELECT FROM invitation_mails n WHERE n.company_id = own.company_id AND n.leaver_id = own.leaver_id AND n.due_at > own.due_at
      AND n.state IN ('QUEUED', 'SENDING', 'SENT', 'UNSURE'));
END $$;
GRANT EXECUTE ON FUNCTION claim_invitation_mails, put_invitation_link, settle_invitation_mail, note_bounce TO okaeri_app;
