-- Who reads everything, and changes nothing: the owner becomes okaeri_backup for the transaction of a backup, and nobody else may.
-- Row-level security counts the policies of all roles whose rights one has: the owner, who is in this one, would always see everything
-- if its policy did not ask who one is at this moment.
DO $$ DECLARE name text; BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'okaeri_backup') THEN
    CREATE ROLE okaeri_backup NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'okaeri_backup', 'USAGE') THEN
    GRANT okaeri_backup TO CURRENT_USER;
  END IF;
  GRANT USAGE ON SCHEMA public TO okaeri_backup;
  REVOKE ALL ON ALL TABLES IN SCHEMA public FROM okaeri_backup;
  GRANT SELECT ON ALL TABLES IN SCHEMA public TO okaeri_backup;
  FOR name IN SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace LOOP
    EXECUTE format('CREATE POLICY backup ON %I FOR SELECT TO okaeri_backup USING (current_user = ''okaeri_backup'')', name);
  END LOOP;
END $$;
