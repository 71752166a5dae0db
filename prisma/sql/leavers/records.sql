-- Whom HR sees (access.sql) it may change and erase.
GRANT SELECT, INSERT, UPDATE, DELETE ON leavers TO okaeri_app;
GRANT SELECT ON leaver_imports, leaver_import_changes TO okaeri_app;
