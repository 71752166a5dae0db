-- The roles, where there are none.
-- The owner (who runs this) migrates, and is itself held by FORCE ROW LEVEL SECURITY;
-- okaeri_app serves every request: the login role of the processes is a member of it;
-- okaeri_lookup owns the functions that must look further than their caller may;
-- okaeri_people owns the view of people, and sees through it no further than the caller's company.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'okaeri_app') THEN
    CREATE ROLE okaeri_app NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'okaeri_lookup') THEN
    CREATE ROLE okaeri_lookup NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'okaeri_people') THEN
    CREATE ROLE okaeri_people NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'okaeri_lookup', 'USAGE') THEN
    GRANT okaeri_lookup TO CURRENT_USER;
  END IF;
  IF NOT pg_has_role(current_user, 'okaeri_people', 'USAGE') THEN
    GRANT okaeri_people TO CURRENT_USER;
  END IF;
END $$;
