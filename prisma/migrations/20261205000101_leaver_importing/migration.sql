-- When somebody of HR last did something with it.
ALTER TABLE leaver_imports ADD COLUMN touched_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
-- What an import's rows are judged by.
ALTER TABLE leaver_import_rows ADD COLUMN unclear BOOLEAN NOT NULL DEFAULT false, ADD COLUMN same BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX leaver_import_rows_company_id_import_id_leaver_id_idx ON leaver_import_rows (company_id, import_id, leaver_id);
CREATE INDEX leaver_import_changes_company_id_leaver_id_idx ON leaver_import_changes (company_id, leaver_id);
-- The folded name, family first, with which `doc` begins, and the reading; each with a day, since many have one name.
CREATE INDEX leavers_name_joined_idx ON leavers (company_id, split_part(doc, '|', 3), joined_on);
CREATE INDEX leavers_name_left_idx ON leavers (company_id, split_part(doc, '|', 3), left_on);
CREATE INDEX leavers_kana_joined_idx ON leavers (company_id, (family_name_kana || given_name_kana), joined_on);
CREATE INDEX leavers_kana_left_idx ON leavers (company_id, (family_name_kana || given_name_kana), left_on);
