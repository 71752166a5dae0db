-- Which file stands with which message; before that is sent, its uploader alone sees it.
CREATE POLICY participant ON chat_files FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND (
    thread_id = ANY (ARRAY(SELECT readable_threads())) AND (number IS NOT NULL OR file_id = ANY (ARRAY(SELECT ungiven_files('CHAT'))))
    -- A group's picture is its members', and of one into which one is only asked it is seen too.
    OR file_id = (SELECT t.picture_id FROM chat_threads t WHERE t.company_id = chat_files.company_id AND t.id = chat_files.thread_id)));
CREATE POLICY own_insert ON chat_files FOR INSERT TO okaeri_app
  WITH CHECK (company_id = (SELECT app_company_id()) AND number IS NULL AND belongs(thread_id) AND file_id = ANY (ARRAY(SELECT ungiven_files('CHAT'))));
GRANT SELECT, INSERT ON chat_files TO okaeri_app;
GRANT SELECT, UPDATE ON chat_files TO okaeri_lookup;

-- What was given is seen by those who see it in its conversation, and taken away by who sent it.
CREATE POLICY chat ON files FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND domain = 'CHAT' AND given_at IS NOT NULL
    AND EXISTS (SELECT FROM chat_files c WHERE c.company_id = files.company_id AND c.file_id = files.id));
CREATE POLICY own_chat ON files FOR DELETE TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND domain = 'CHAT' AND uploader_id = (SELECT app_member_id())
    AND EXISTS (SELECT FROM chat_files c WHERE c.company_id = files.company_id AND c.file_id = files.id AND c.number IS NOT NULL));

CREATE TRIGGER give_file AFTER UPDATE OF number ON chat_files FOR EACH ROW WHEN (new.number IS NOT NULL) EXECUTE FUNCTION give_file();
CREATE TRIGGER let_go_of_file AFTER DELETE ON chat_files FOR EACH ROW EXECUTE FUNCTION let_go_of_file();

-- A group holds its picture as a message holds its files; the one before is let go of, unless it was sent as well. An admin gives a file of
-- their own: another's that was not sent yet stays unseen, whatever the group is told to show.
CREATE FUNCTION give_picture() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE files f SET given_at = CASE WHEN f.id = new.picture_id THEN now() END
    FROM chat_files c WHERE c.company_id = new.company_id AND c.thread_id = new.id AND c.number IS NULL
      AND f.company_id = c.company_id AND f.id = c.file_id AND (f.id = old.picture_id OR f.id = new.picture_id AND f.uploader_id = app_member_id());
  RETURN NULL;
END $$;
CREATE TRIGGER give_picture AFTER UPDATE OF picture_id ON chat_threads FOR EACH ROW
  WHEN (old.picture_id IS DISTINCT FROM new.picture_id) EXECUTE FUNCTION give_picture();
