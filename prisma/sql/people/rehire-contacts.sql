-- To whom alone somebody shows that they would come back, where its audience is CONTACT: an employee whom the directory lists. Whatever keeps the two
-- apart ends it, and nothing but another choice begins it again; without a row nobody sees it.
GRANT SELECT, INSERT, UPDATE (contact_id), DELETE ON rehire_contacts TO okaeri_lookup;

-- With the rights of functions that look further.
CREATE FUNCTION may_be_contact(company uuid, member uuid, contact uuid) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT member <> contact AND EXISTS (SELECT FROM profiles p WHERE p.company_id = company AND p.member_id = contact AND p.listed = 'EMPLOYEE')
    AND NOT EXISTS (SELECT FROM chat_blocks b WHERE b.company_id = company
      AND (b.blocker_id, b.blocked_id) IN ((member, contact), (contact, member)));
END;

-- Whether a member shows it to that reader. For either of the two; to anybody else it is not told.
CREATE FUNCTION is_rehire_contact(company uuid, member uuid, reader uuid) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT company = (SELECT app_company_id()) AND (SELECT app_member_id()) IN (member, reader)
    AND EXISTS (SELECT FROM rehire_contacts c WHERE c.company_id = company AND c.member_id = member AND c.contact_id = reader
      AND may_be_contact(company, member, reader));
END;
GRANT EXECUTE ON FUNCTION is_rehire_contact TO okaeri_app, okaeri_people;

-- To whom the caller shows it; null where it is nobody.
CREATE FUNCTION own_rehire_contact() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT c.contact_id FROM rehire_contacts c JOIN profiles p ON p.company_id = c.company_id AND p.member_id = c.member_id
    WHERE c.company_id = (SELECT app_company_id()) AND c.member_id = (SELECT app_member_id()) AND p.rehire_audience = 'CONTACT'
      AND may_be_contact(c.company_id, c.member_id, c.contact_id);
END;

-- From now on the caller shows it to this member, or, null, to no single one; false, and nothing changed, where it can't be them. Before any row of
-- the caller's is held: a block, or the end of their being listed, comes before the choice or after it.
CREATE FUNCTION choose_rehire_contact(contact uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF contact IS NULL THEN
    DELETE FROM rehire_contacts c WHERE c.company_id = app_company_id() AND c.member_id = app_member_id();
    RETURN true;
  END IF;
  -- First, as whoever writes a profile and what follows HR's fields do: none waits for another in a circle.
  PERFORM FROM company_fields f WHERE f.company_id = app_company_id() ORDER BY f.id FOR SHARE;
  PERFORM hold_limits(app_company_id());
  PERFORM lock_pair(app_member_id(), contact);
  PERFORM FROM profiles p WHERE p.company_id = app_company_id() AND p.member_id = contact FOR SHARE;
  IF NOT may_be_contact(app_company_id(), app_member_id(), contact) THEN
    RETURN false;
  END IF;
  INSERT INTO rehire_contacts (company_id, member_id, contact_id) VALUES (app_company_id(), app_member_id(), contact)
    ON CONFLICT (company_id, member_id) DO UPDATE SET contact_id = excluded.contact_id
      WHERE rehire_contacts.contact_id <> excluded.contact_id;
  RETURN true;
END $$;

GRANT EXECUTE ON FUNCTION own_rehire_contact, choose_rehire_contact TO okaeri_app;

-- One who leaves, is suspended, works here no more or wants not to be listed.
CREATE FUNCTION end_contact_unlisted() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM rehire_contacts c WHERE c.company_id = old.company_id AND c.contact_id = old.member_id;
  RETURN NULL;
END $$;
CREATE TRIGGER end_contact_unlisted AFTER UPDATE OF listed ON profiles FOR EACH ROW
  WHEN (old.listed = 'EMPLOYEE' AND new.listed IS DISTINCT FROM old.listed) EXECUTE FUNCTION end_contact_unlisted();

CREATE FUNCTION end_contact_blocked() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM rehire_contacts c WHERE c.company_id = new.company_id
    AND (c.member_id, c.contact_id) IN ((new.blocker_id, new.blocked_id), (new.blocked_id, new.blocker_id));
  RETURN NULL;
END $$;
CREATE TRIGGER end_contact_blocked AFTER INSERT ON chat_blocks FOR EACH ROW EXECUTE FUNCTION end_contact_blocked();

-- With it the lines of the feed that were told to them alone.
CREATE FUNCTION forget_contact_lines() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM feed_events e WHERE e.company_id = old.company_id AND e.member_id = old.member_id AND e.reader_id = old.contact_id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_contact_lines AFTER DELETE OR UPDATE ON rehire_contacts FOR EACH ROW EXECUTE FUNCTION forget_contact_lines();
CREATE TRIGGER pass_over_former BEFORE INSERT ON rehire_contacts FOR EACH ROW EXECUTE FUNCTION pass_over_former('contact_id');
