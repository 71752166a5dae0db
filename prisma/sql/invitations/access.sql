-- Invitations, their mails, links and texts, and whom refusals keep out, are HR's alone; whoever opens a link comes by functions (prisma/sql/joining).
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['invitations', 'invitation_links', 'invitation_mails', 'invitation_texts', 'company_senders', 'leaver_refusals'] LOOP
    EXECUTE format('CREATE POLICY of_hr ON %I TO okaeri_app
      USING (company_id = (SELECT app_company_id()) AND (SELECT app_role()) IN (''HR_ADMIN'', ''OWNER''))', name);
  END LOOP;
END $$;
GRANT SELECT ON invitations, invitation_mails, invitation_texts, company_senders TO okaeri_app;
GRANT INSERT, UPDATE, DELETE ON invitation_texts TO okaeri_app;
GRANT INSERT, UPDATE ON company_senders TO okaeri_app;
GRANT SELECT ON invitation_texts, company_senders TO okaeri_lookup;
