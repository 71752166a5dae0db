CREATE POLICY write_mail ON mails FOR INSERT TO okaeri_app WITH CHECK (true);
CREATE POLICY carry_mail ON mails TO okaeri_app USING (id::text = current_setting('app.mail_id', true));
CREATE POLICY open_mailbox ON mails FOR SELECT TO okaeri_app USING (current_setting('app.mailbox', true) = 'open');
-- `unsubscribe` is a key, and not kept longer than the mail's words.
GRANT SELECT, INSERT, UPDATE (sent_at, html, text, unsubscribe) ON mails TO okaeri_app;
GRANT SELECT, DELETE ON mails TO okaeri_lookup;
