-- A line for one kind of viewer, or for one member, is nobody else's.
CREATE POLICY company ON feed_events FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND (viewer_kind IS NULL OR viewer_kind = (SELECT app_viewer_kind()))
    AND (reader_id IS NULL OR reader_id = (SELECT app_member_id())));
-- A line tells what its member did, who writes it. Who sees it is not theirs to write.
CREATE POLICY own_insert ON feed_events FOR INSERT TO okaeri_app
  WITH CHECK (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()) AND viewer_kind IS NULL AND reader_id IS NULL);
GRANT SELECT, INSERT ON feed_events TO okaeri_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON feed_events TO okaeri_lookup;

-- To whom a line is told as it is written, or as somebody answers it: one reader, viewers of one kind, or all, but for those whom a block parts from its
-- member or from who answers. Nothing while either of the two is not listed: then nobody reads it.
CREATE FUNCTION feed_readers(company uuid, line uuid, giver uuid) RETURNS TABLE (viewer_kind "ViewerKind", reader uuid, parted uuid[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_every_company();
  RETURN QUERY
  SELECT e.viewer_kind, e.reader_id, ARRAY(
      SELECT b.blocked_id FROM chat_blocks b WHERE b.company_id = company AND b.blocker_id IN (e.member_id, giver)
      UNION SELECT b.blocker_id FROM chat_blocks b WHERE b.company_id = company AND b.blocked_id IN (e.member_id, giver)
      -- Nobody is told of their own profile.
      UNION SELECT e.member_id WHERE e.viewer_kind IS NOT NULL)
    FROM feed_events e JOIN profiles o ON o.company_id = e.company_id AND o.member_id = e.member_id
    WHERE e.company_id = company AND e.id = line AND o.listed IS NOT NULL
      AND (giver IS NULL OR EXISTS (SELECT FROM profiles g WHERE g.company_id = company AND g.member_id = giver AND g.listed IS NOT NULL));
END $$;
GRANT EXECUTE ON FUNCTION feed_readers TO okaeri_app;
