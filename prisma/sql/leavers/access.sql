-- HR's records of leavers, and their imports, are HR's alone; nobody else learns that there are any.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['leavers', 'leaver_imports', 'leaver_import_files', 'leaver_import_rows', 'leaver_import_changes', 'leaver_mappings'] LOOP
    EXECUTE format('CREATE POLICY of_hr ON %I TO okaeri_app
      USING (company_id = (SELECT app_company_id()) AND (SELECT app_role()) IN (''HR_ADMIN'', ''OWNER''))', name);
  END LOOP;
END $$;
GRANT SELECT ON leavers, leaver_imports TO okaeri_app;
