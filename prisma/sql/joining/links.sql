-- What an invitation's link opens, for somebody who is not signed in: its hash is the proof. Each of these tells the same of a link that never was, of one
-- that was taken back and of somebody who was erased.
GRANT SELECT, UPDATE, DELETE ON invitation_links TO okaeri_lookup;

-- Whose link it is, and whether it can be used: good, later (from `opens_on`), over, or used, of which no more is told than the company. Over is also what HR has made
-- a record of that nobody can be admitted by: then HR is whom to ask.
CREATE FUNCTION find_invitation(token bytea) RETURNS TABLE (standing text, slug text, name text, name_en text, accent_hue int, family_name text, given_name text,
    opens_on date, expires_at timestamptz, people int, purpose_ja text, purpose_en text, sender text, contact text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY
  SELECT s.standing, c.slug, c.name, c.name_en, c.accent_hue, CASE WHEN s.standing <> 'used' THEN l.family_name END, CASE WHEN s.standing <> 'used' THEN l.given_name END,
      l.left_on, i.expires_at,
      (SELECT coalesce(sum(d.people), 0)::int FROM directory_counts d WHERE d.company_id = c.id), p.text_ja, p.text_en, f.name, f.contact
    FROM invitation_links k JOIN invitations i ON i.company_id = k.company_id AND i.leaver_id = k.leaver_id
      JOIN leavers l ON l.company_id = k.company_id AND l.id = k.leaver_id JOIN companies c ON c.id = k.company_id AND c.status = 'ACTIVE'
      LEFT JOIN LATERAL (SELECT v.text_ja, v.text_en FROM company_purposes v WHERE v.company_id = c.id ORDER BY v.version DESC LIMIT 1) p ON true
      LEFT JOIN company_senders f ON f.company_id = c.id
      CROSS JOIN LATERAL (SELECT CASE WHEN l.member_id IS NOT NULL OR i.state = 'JOINED' THEN 'used'
        WHEN i.expires_at <= now() OR l.deceased OR l.joined_on IS NULL OR l.left_on IS NULL THEN 'over'
        WHEN l.left_on > current_date THEN 'later' ELSE 'good' END AS standing) s
    WHERE k.token_hash = token AND i.state <> 'REVOKED';
END $$;

-- That the page was opened by somebody, and not only fetched.
CREATE FUNCTION note_invitation_opened(token bytea) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  UPDATE invitations i SET state = 'OPENED', opened_at = now() FROM invitation_links k
    WHERE k.token_hash = token AND i.company_id = k.company_id AND i.leaver_id = k.leaver_id AND i.state IN ('QUEUED', 'SENT', 'BOUNCED', 'UNSURE')
      AND i.expires_at > now();
END;

-- Tries the code that stands beside a link in its mail, five times at most. "made": there is an account now for the address that it was sent to, with this id and
-- language; "known": there was one, which is signed in to in its own way; "code" and "spent": it was not the code, or none is taken any more; "gone".
CREATE FUNCTION try_invitation_code(token bytea, code bytea, account uuid, in_locale text) RETURNS TABLE (outcome text, email text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  link invitation_links;
  mail text;
BEGIN
  -- Before it is looked at, so that tries at the same moment are counted one by one.
  UPDATE invitation_links k SET attempts = k.attempts + 1 FROM invitations i JOIN leavers l ON l.company_id = i.company_id AND l.id = i.leaver_id
    WHERE k.token_hash = token AND i.company_id = k.company_id AND i.leaver_id = k.leaver_id AND i.state NOT IN ('REVOKED', 'JOINED') AND i.expires_at > now()
      AND l.member_id IS NULL AND NOT l.deceased AND l.joined_on IS NOT NULL AND l.left_on <= current_date RETURNING k.* INTO link;
  mail := (SELECT m.address FROM invitation_mails m WHERE m.company_id = link.company_id AND m.id = link.mail_id);
  outcome := CASE WHEN link.token_hash IS NULL OR mail IS NULL THEN 'gone' WHEN link.attempts > 5 THEN 'spent' WHEN link.code_hash IS DISTINCT FROM code THEN
    CASE WHEN link.attempts = 5 THEN 'spent' ELSE 'code' END END;
  IF outcome IS NULL THEN
    email := mail;
    INSERT INTO users (id, email, locale) VALUES (account, mail, in_locale) ON CONFLICT DO NOTHING;
    outcome := CASE WHEN FOUND THEN 'made' ELSE 'known' END;
  END IF;
  RETURN NEXT;
END $$;
GRANT INSERT (id, email, locale) ON users TO okaeri_lookup;

-- Holds the record of whose link it is, before the invitation and its mails: who erases a record takes them in this order too.
CREATE FUNCTION hold_invited(token bytea) RETURNS void LANGUAGE sql VOLATILE
BEGIN ATOMIC
  SELECT FROM leavers l JOIN invitation_links k ON k.company_id = l.company_id AND k.leaver_id = l.id WHERE k.token_hash = token FOR UPDATE OF l;
END;

-- Takes the invitation for the caller's account, once: of many at the same moment one. "joined", "member" (of whose account there is a member already, suspended ones
-- too), "gone". The company's slug with the first two.
CREATE FUNCTION accept_invitation(token bytea) RETURNS TABLE (outcome text, slug text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  account uuid := app_user_id();
  own invitations;
BEGIN
  IF account IS NULL THEN
    RETURN;
  END IF;
  PERFORM hold_invited(token);
  SELECT i.* INTO own FROM invitation_links k JOIN invitations i ON i.company_id = k.company_id AND i.leaver_id = k.leaver_id
      JOIN companies c ON c.id = k.company_id AND c.status = 'ACTIVE'
    WHERE k.token_hash = token FOR UPDATE OF i;
  IF EXISTS (SELECT FROM members m WHERE m.company_id = own.company_id AND m.user_id = account) THEN
    outcome := 'member';
  ELSIF own.state IN ('REVOKED', 'JOINED') OR own.expires_at <= now() OR own.leaver_id IS NULL OR admit_leaver(own.company_id, own.leaver_id, account) IS NULL THEN
    outcome := 'gone';
  ELSE
    UPDATE invitations i SET state = 'JOINED', joined_at = now() WHERE i.company_id = own.company_id AND i.leaver_id = own.leaver_id;
    UPDATE invitation_mails m SET state = 'CANCELLED' WHERE m.company_id = own.company_id AND m.leaver_id = own.leaver_id AND m.state = 'QUEUED';
    outcome := 'joined';
  END IF;
  slug := CASE WHEN outcome <> 'gone' THEN (SELECT c.slug FROM companies c WHERE c.id = own.company_id) END;
  RETURN NEXT;
END $$;

-- Says no to an invitation, for good: the record goes at once. False for a link that leads nowhere, or to somebody who has come.
CREATE FUNCTION refuse_invitation(token bytea) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own invitations;
BEGIN
  PERFORM hold_invited(token);
  SELECT i.* INTO own FROM invitation_links k JOIN invitations i ON i.company_id = k.company_id AND i.leaver_id = k.leaver_id
    WHERE k.token_hash = token AND i.state NOT IN ('REVOKED', 'JOINED') FOR UPDATE OF i;
  IF own.leaver_id IS NULL OR EXISTS (SELECT FROM leavers l WHERE l.company_id = own.company_id AND l.id = own.leaver_id AND l.member_id IS NOT NULL) THEN
    RETURN false;
  END IF;
  PERFORM refuse_leaver(own.company_id, own.leaver_id);
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION find_invitation, note_invitation_opened, try_invitation_code, accept_invitation, refuse_invitation TO okaeri_app;
