-- Whom one finds, in whatever list: not whom a block parts from one, whoever of the two set it, and of those who do not want to be listed
-- only whom one is in a conversation with. Who they are whom one meets in one is for visible_profiles to say.

-- Those whom a block parts from a member: no line of the one calls the other. With the caller's rights.
CREATE FUNCTION parted_from(company uuid, member uuid) RETURNS uuid[] LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT ARRAY(
    SELECT blocked_id FROM chat_blocks WHERE company_id = company AND blocker_id = member
    UNION SELECT blocker_id FROM chat_blocks WHERE company_id = company AND blocked_id = member);
END;

-- Those whom a block parts from the caller.
CREATE FUNCTION parted_from_caller() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  scope jsonb := app_scope();
BEGIN
  RETURN parted_from((scope ->> 'companyId')::uuid, (scope ->> 'memberId')::uuid);
END $$;

-- Whether that member is the caller, or in a group with the caller, or in a conversation with the caller in which something was said; also
-- while the caller's consent is awaited.
CREATE FUNCTION talks_with_caller(member uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT member = (SELECT app_member_id()) OR EXISTS (SELECT FROM chat_participants own
    JOIN chat_participants other ON other.company_id = own.company_id AND other.thread_id = own.thread_id AND other.member_id = member
    JOIN chat_threads t ON t.company_id = own.company_id AND t.id = own.thread_id AND (t.direct_key IS NULL OR t.last_number > 0)
    WHERE own.company_id = (SELECT app_company_id()) AND own.member_id = (SELECT app_member_id())
      AND own.state IN ('ACTIVE', 'ASKED') AND other.state = 'ACTIVE');
END;

-- Whether the caller finds that member. For who has only an id: what is refused for it looks as if there were no such member.
CREATE FUNCTION findable_by_caller(member uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  scope jsonb := app_scope();
  company uuid := scope ->> 'companyId';
BEGIN
  RETURN EXISTS (SELECT FROM profiles p WHERE p.company_id = company AND p.member_id = member
    AND NOT p.member_id = ANY (parted_from(company, (scope ->> 'memberId')::uuid)) AND (NOT p.unlisted OR talks_with_caller(p.member_id)));
END $$;

-- Whether in that conversation a member stands for a reader: in lists, counts, faces, reactions, names to mention. In one of two always. In a
-- group nobody stands for who blocked them; and who blocked the reader does only where they have left a trace that the reader sees: had they
-- vanished while their lines stay, that would tell of the block.
CREATE FUNCTION stands_for(company uuid, thread uuid, reader uuid, member uuid) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM chat_threads t WHERE t.company_id = company AND t.id = thread AND t.direct_key IS NOT NULL)
    OR NOT EXISTS (SELECT FROM chat_blocks b WHERE b.company_id = company AND b.blocker_id = reader AND b.blocked_id = member)
      AND (NOT EXISTS (SELECT FROM chat_blocks b WHERE b.company_id = company AND b.blocker_id = member AND b.blocked_id = reader)
        OR EXISTS (SELECT FROM chat_messages m WHERE m.company_id = company AND m.thread_id = thread AND m.author_id = member)
        OR EXISTS (SELECT FROM chat_messages m WHERE m.company_id = company AND m.thread_id = thread AND m.kind = 'NOTICE'
          AND m.notice -> 'memberIds' ? member::text));
END;

-- The same for the caller.
CREATE FUNCTION stands_for_caller(thread uuid, member uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT stands_for((SELECT app_company_id()), thread, (SELECT app_member_id()), member);
END;

-- Whether the caller meets that member somewhere all the same: in a conversation of the two, or in a group in which the one stands for the
-- other, or did until they left it. There a name that led nowhere would tell of the block.
CREATE FUNCTION meets_caller(member uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM chat_participants own
    JOIN chat_participants other ON other.company_id = own.company_id AND other.thread_id = own.thread_id AND other.member_id = member
    JOIN chat_threads t ON t.company_id = own.company_id AND t.id = own.thread_id AND (t.direct_key IS NULL OR t.last_number > 0)
    WHERE own.company_id = (SELECT app_company_id()) AND own.member_id = (SELECT app_member_id())
      AND own.state = 'ACTIVE' AND (other.state IN ('ACTIVE', 'BARRED') OR other.state = 'LEFT'
        AND NOT EXISTS (SELECT FROM profiles p WHERE p.company_id = own.company_id AND p.member_id = member AND p.unlisted))
      AND stands_for(own.company_id, own.thread_id, own.member_id, member));
END;
GRANT EXECUTE ON FUNCTION findable_by_caller, meets_caller, stands_for_caller TO okaeri_app;

CREATE VIEW findable_profiles AS
  SELECT v.* FROM visible_profiles v CROSS JOIN (SELECT parted_from_caller() AS ids OFFSET 0) parted
    WHERE v.member_id <> ALL (parted.ids) AND (NOT v.unlisted OR talks_with_caller(v.member_id));
GRANT SELECT ON visible_profiles TO okaeri_people;
GRANT SELECT ON findable_profiles TO okaeri_app;

-- Who is listed, and as what, for lists that read nothing else of people. With no subquery of its own: such a list looks each of its rows up.
CREATE VIEW listed_members AS SELECT company_id, member_id, listed FROM profiles WHERE listed IS NOT NULL;
GRANT SELECT ON listed_members TO okaeri_app;

GRANT CREATE ON SCHEMA public TO okaeri_people;
ALTER VIEW findable_profiles OWNER TO okaeri_people;
ALTER VIEW listed_members OWNER TO okaeri_people;
REVOKE CREATE ON SCHEMA public FROM okaeri_people;
-- A view's functions are called as whoever asks it.
GRANT EXECUTE ON FUNCTION parted_from_caller, talks_with_caller TO okaeri_app;
