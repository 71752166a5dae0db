-- Whom one finds, in whatever list: not whom a block parts from one, whoever of the two set it, and of those who do not want to be listed
-- only whom one is in a conversation with. What one is in already (a group, a message) goes on showing who they are: visible_profiles.

-- Those whom a block parts from the caller.
CREATE FUNCTION parted_from_caller() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT ARRAY(
    SELECT blocked_id FROM chat_blocks WHERE company_id = (SELECT app_company_id()) AND blocker_id = (SELECT app_member_id())
    UNION SELECT blocker_id FROM chat_blocks WHERE company_id = (SELECT app_company_id()) AND blocked_id = (SELECT app_member_id()));
END;

-- Whether that member is the caller, or in a conversation that the caller is in too, or is asked to be.
CREATE FUNCTION talks_with_caller(member uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT member = (SELECT app_member_id()) OR EXISTS (SELECT FROM chat_participants own
    JOIN chat_participants other ON other.company_id = own.company_id AND other.thread_id = own.thread_id AND other.member_id = member
    WHERE own.company_id = (SELECT app_company_id()) AND own.member_id = (SELECT app_member_id()) AND own.state IN ('ACTIVE', 'ASKED') AND other.state = 'ACTIVE');
END;

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
