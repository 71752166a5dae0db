-- What somebody says they held here besides what HR recorded: [{department, title, from, until}], months as YYYY-MM; null where it goes on.
ALTER TABLE profiles ADD COLUMN positions JSONB NOT NULL DEFAULT '[]';
-- Of these what such viewers see, beside the texts that people are found by.
ALTER TABLE search_docs ADD COLUMN positions JSONB NOT NULL DEFAULT '[]';
