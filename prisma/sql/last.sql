-- After all else: what holds for every table and every function, so that none can be forgotten.
-- Whether the functions ask that look further. Immutable, though it is not: the planner then answers it, once, and nothing of it is left in the
-- plan. Left in, it had to be asked of each row before any condition that is not leakproof (of arrays, enums, LIKE), and no index is looked up
-- by one of these then. A plan that row-level security had part in is not used by another role.
CREATE FUNCTION asked_by_lookup() RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN current_user = 'okaeri_lookup';

DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
      AND relname <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    -- Grants decide which tables it may use. The owner is a member of this role, so that the policy applies to the owner too: hence the check.
    EXECUTE format('CREATE POLICY lookup ON %I TO okaeri_lookup USING (asked_by_lookup())', name);
  END LOOP;
END $$;

DO $$ DECLARE function record; BEGIN
  GRANT CREATE ON SCHEMA public TO okaeri_lookup;
  FOR function IN SELECT p.oid::regprocedure AS signature, p.prosecdef AS looks_further FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend d
        WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', function.signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO okaeri_lookup', function.signature);
    IF function.looks_further THEN
      EXECUTE format('ALTER FUNCTION %s OWNER TO okaeri_lookup', function.signature);
    END IF;
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM okaeri_lookup;
END $$;

SELECT recount_directory();
SELECT recount_reactions();
