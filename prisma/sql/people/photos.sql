-- A person's photo is a file of the domain PHOTO, which profiles.photo_id holds. What others see of it is told by visible_to; nobody reads its
-- row in files but its owner, before it is shown and after it was replaced or taken away: it is theirs alone again then, and gone after a day.
GRANT UPDATE (photo_id) ON profiles TO okaeri_lookup;

-- Shows a photo of the caller's that nobody was given yet, in place of the one before; none where it is null. False where there is no such photo.
CREATE FUNCTION put_own_photo(photo uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM lock_own_profile();
  IF photo IS NOT NULL AND photo NOT IN (SELECT ungiven_files('PHOTO')) THEN
    RETURN false;
  END IF;
  UPDATE profiles SET photo_id = photo WHERE company_id = app_company_id() AND member_id = app_member_id();
  PERFORM touch_own_search_docs();
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION put_own_photo TO okaeri_app;

CREATE FUNCTION give_photo() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE files SET given_at = now() WHERE company_id = new.company_id AND id = new.photo_id;
  -- Its day begins now.
  UPDATE files SET given_at = NULL, created_at = now() WHERE company_id = old.company_id AND id = old.photo_id;
  RETURN NULL;
END $$;
CREATE TRIGGER give_photo AFTER UPDATE OF photo_id ON profiles FOR EACH ROW
  WHEN (old.photo_id IS DISTINCT FROM new.photo_id) EXECUTE FUNCTION give_photo();

CREATE FUNCTION let_go_of_photo() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM files WHERE company_id = old.company_id AND id = old.photo_id;
  RETURN NULL;
END $$;
CREATE TRIGGER let_go_of_photo AFTER DELETE ON profiles FOR EACH ROW
  WHEN (old.photo_id IS NOT NULL) EXECUTE FUNCTION let_go_of_photo();
