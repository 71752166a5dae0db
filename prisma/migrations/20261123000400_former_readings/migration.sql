-- Whoever was called 佐藤 here is looked for as さとう as well.
ALTER TABLE profiles ADD COLUMN former_family_name_kana TEXT;
