CREATE POLICY asked_sign_in ON sign_ins TO okaeri_app
  USING (email = current_setting('app.email', true) OR encode(link_hash, 'hex') = current_setting('app.link_hash', true))
  WITH CHECK (email = current_setting('app.email', true) OR encode(link_hash, 'hex') = current_setting('app.link_hash', true));
GRANT SELECT, INSERT, UPDATE (attempts, used_at) ON sign_ins TO okaeri_app;
GRANT SELECT, DELETE ON sign_ins TO okaeri_lookup;
