-- Deleting an account: it leaves every company, whatever it is there, and nothing of it stays but what stays of members who leave.
GRANT DELETE ON users TO okaeri_lookup;

-- Deletes the caller's account, proved by a code of a mail that was used within this minute. `last_owner`, and nothing done: a company would be
-- without an owner. `files`: those whose bytes are to go. No row without that proof.
CREATE FUNCTION delete_account(proof uuid) RETURNS TABLE (last_owner boolean, files jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  account users;
  own members;
BEGIN
  SELECT u.* INTO account FROM users u JOIN sign_ins s ON s.email = u.email AND s.id = proof AND s.used_at > now() - interval '1 minute'
    WHERE u.id = app_user_id();
  IF NOT FOUND THEN
    RETURN;
  END IF;
  files := '[]';
  last_owner := false;
  FOR own IN SELECT m.* FROM members m WHERE m.user_id = account.id ORDER BY m.company_id LOOP
    last_owner := last_owner OR is_last_owner(own);
  END LOOP;
  IF NOT last_owner THEN
    FOR own IN SELECT m.* FROM members m WHERE m.user_id = account.id ORDER BY m.company_id LOOP
      files := files || (SELECT coalesce(jsonb_agg(jsonb_build_object('companyId', own.company_id, 'fileId', f)), '[]') FROM unnest(end_membership(own)) f);
    END LOOP;
    DELETE FROM sign_ins s WHERE s.email = account.email;
    DELETE FROM mails m WHERE m."to" = account.email;
    -- With its sessions and the browsers that they woke.
    DELETE FROM users u WHERE u.id = account.id;
  END IF;
  RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION delete_account TO okaeri_app;
