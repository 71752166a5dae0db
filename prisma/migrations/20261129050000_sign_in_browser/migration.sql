-- The browser that asked for a mail: only there its link signs in by one press.
ALTER TABLE sign_ins ADD COLUMN browser_hash bytea;
