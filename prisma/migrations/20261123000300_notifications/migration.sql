ALTER TABLE mails ADD COLUMN unsubscribe TEXT;
