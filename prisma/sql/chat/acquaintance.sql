-- Of these members those who need no consent of that one: they worked here at one time, or share a group.
CREATE FUNCTION acquainted_of(one uuid, others uuid[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT colleagues_of(one, others)
  UNION
  SELECT q.member_id FROM chat_participants p
    JOIN chat_participants q ON q.company_id = p.company_id AND q.thread_id = p.thread_id AND q.member_id = ANY (others) AND q.state = 'ACTIVE'
    JOIN chat_threads t ON t.company_id = p.company_id AND t.id = p.thread_id AND t.direct_key IS NULL
    WHERE p.company_id = (SELECT app_company_id()) AND p.member_id = one AND p.state = 'ACTIVE';
END;

-- Whether two members of the company need no consent of each other.
CREATE FUNCTION acquainted(one uuid, other uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM acquainted_of(one, ARRAY[other]));
END;

-- Of these members those whom the caller may see come and go: whom the caller finds, and who are acquainted with the caller or in a conversation
-- that both have agreed to.
CREATE FUNCTION watchable_members(asked uuid[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT known.id FROM (
      SELECT acquainted_of((SELECT app_member_id()), asked) AS id
      UNION
      SELECT other.member_id FROM chat_participants own
        JOIN chat_participants other ON other.company_id = own.company_id AND other.thread_id = own.thread_id
        WHERE own.company_id = (SELECT app_company_id()) AND own.member_id = (SELECT app_member_id()) AND own.state = 'ACTIVE'
          AND other.member_id = ANY (asked) AND other.state = 'ACTIVE') known
    WHERE findable_by_caller(known.id);
END;
GRANT EXECUTE ON FUNCTION watchable_members TO okaeri_app;
