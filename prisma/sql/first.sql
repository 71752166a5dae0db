-- After the roles and before all else: what they may begin with, and nothing left of what these files made before.
-- The serving role makes nothing: a table, a view or a type of its own would be found before ours by whoever has its connection next.
-- Where another owns the database this does nothing, and `npm run doctor` says so.
DO $$ BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC, okaeri_app', current_database());
  REVOKE CREATE ON SCHEMA public FROM PUBLIC, okaeri_app;
END $$;
GRANT USAGE ON SCHEMA public TO okaeri_app, okaeri_lookup, okaeri_people;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM okaeri_app, okaeri_lookup, okaeri_people;

DO $$ DECLARE statement text; BEGIN
  FOR statement IN
    SELECT format('DROP POLICY %I ON %I', polname, relname) FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
      WHERE c.relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('DROP TRIGGER %I ON %I', tgname, relname) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = 'public'::regnamespace AND NOT tgisinternal
    UNION ALL
    -- With what reads it.
    SELECT format('DROP VIEW IF EXISTS %I CASCADE', relname) FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace
    UNION ALL
    -- All at once, since some stand in others. What an extension brought stays, and what a column or an index is made of.
    SELECT 'DROP FUNCTION IF EXISTS ' || string_agg(p.oid::regprocedure::text, ', ') FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend d
        WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
          OR d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid AND d.classid IN ('pg_attrdef'::regclass, 'pg_class'::regclass))
      HAVING count(*) > 0
  LOOP
    EXECUTE statement;
  END LOOP;
END $$;
