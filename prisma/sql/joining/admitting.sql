-- How a leaver's record becomes a member: by an invitation, or by a join request that was granted. For functions that have asked whether it may.
GRANT UPDATE (member_id) ON leavers TO okaeri_lookup;
GRANT INSERT ON members, profiles TO okaeri_lookup;

-- Makes the account a member with what HR recorded, not in yet: INVITED, so that nobody sees them. The member's id, or NULL where the record is somebody's already, is
-- not of one who left, lacks a day, or where the account is a member of the company in any state.
CREATE FUNCTION admit_leaver(company uuid, leaver uuid, account uuid) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own leavers;
  member uuid := gen_random_uuid();
BEGIN
  SELECT l.* INTO own FROM leavers l WHERE l.company_id = company AND l.id = leaver FOR UPDATE;
  IF own.id IS NULL OR own.member_id IS NOT NULL OR own.deceased OR own.joined_on IS NULL OR own.left_on IS NULL OR own.left_on > current_date THEN
    RETURN NULL;
  END IF;
  INSERT INTO members (company_id, id, user_id, kind, role, status) VALUES (company, member, account, 'ALUMNUS', 'MEMBER', 'INVITED') ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  INSERT INTO profiles (company_id, member_id, family_name, given_name, family_name_kana, given_name_kana, preferred_name, former_family_name, sort_key,
      joined_on, left_on, department, title)
    VALUES (company, member, own.family_name, own.given_name, own.family_name_kana, own.given_name_kana, own.preferred_name, own.former_family_name,
      own.sort_key, own.joined_on, own.left_on, coalesce(own.department, ''), own.title);
  UPDATE leavers l SET member_id = member WHERE l.company_id = company AND l.id = leaver;
  RETURN member;
END $$;
