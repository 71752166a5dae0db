-- A field's hint stands in both languages, as its name does; the one that there was is shown in both until the other is written.
ALTER TABLE company_fields RENAME COLUMN hint TO hint_ja;
ALTER TABLE company_fields ADD COLUMN hint_en TEXT;
