-- To the address that somebody typed to sign in, or from the worker, which writes to all: never from a member's transaction.
CREATE POLICY write_mail ON mails FOR INSERT TO okaeri_app
  WITH CHECK ("to" = (SELECT app_email()) OR (SELECT app_process()) = 'every-company');
CREATE POLICY carry_mail ON mails TO okaeri_app USING (id = (SELECT app_mail_id()));
CREATE POLICY open_mailbox ON mails FOR SELECT TO okaeri_app USING ((SELECT app_process()) = 'mailbox');
-- `unsubscribe` is a key, and not kept longer than the mail's words.
GRANT SELECT, INSERT, UPDATE (sent_at, html, text, unsubscribe) ON mails TO okaeri_app;
GRANT SELECT, DELETE ON mails TO okaeri_lookup;
