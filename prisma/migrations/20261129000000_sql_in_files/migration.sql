-- Functions, policies and triggers stand in prisma/sql from now on. Those that earlier migrations made go first, since they would hold on
-- to the columns that later ones change.
DO $$ DECLARE statement text; BEGIN
  FOR statement IN
    SELECT format('DROP POLICY %I ON %I', polname, relname) FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
      WHERE c.relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('DROP TRIGGER %I ON %I', tgname, relname) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = 'public'::regnamespace AND NOT tgisinternal
    UNION ALL
    -- All at once, since some stand in others. What an extension brought stays, and what a column is made of.
    SELECT 'DROP FUNCTION ' || string_agg(p.oid::regprocedure::text, ', ') FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend d
        WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
          OR d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid AND d.classid = 'pg_attrdef'::regclass)
      HAVING count(*) > 0
  LOOP
    EXECUTE statement;
  END LOOP;
END $$;
