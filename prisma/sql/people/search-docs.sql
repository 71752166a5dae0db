-- search_docs: of each member, for each kind of viewer, what they are found, narrowed and sorted by. The texts and facets are made by lib/people
-- (search-docs.ts); the rest stands here beside them, so that a search reads no other table.
GRANT SELECT, INSERT, UPDATE ON search_docs TO okaeri_lookup;

-- A fingerprint of what viewers see of a profile: by which a change that they see is told from one that they do not. To come and go is none.
CREATE FUNCTION seen_of(seen profiles) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN md5((to_jsonb(seen) - 'listed' - 'unlisted')::text);

-- When the caller's profile changed last for viewers of a kind who saw this before.
CREATE FUNCTION own_change(viewers "ViewerKind", before text, changed_at timestamptz) RETURNS timestamptz LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT CASE WHEN before = seen_of(v) THEN changed_at ELSE now() END FROM own_profile_as(viewers) v;
END;

-- Puts down what viewers of a kind may find the caller by. It has changed when they see something else than before.
CREATE FUNCTION put_own_search_doc(viewers "ViewerKind", new_doc text, new_facets text[]) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  INSERT INTO search_docs AS d (company_id, member_id, viewer_kind, doc, facets, changed_at)
    SELECT p.company_id, p.member_id, viewers, new_doc, new_facets, now() FROM own_profile() p
    ON CONFLICT (company_id, member_id, viewer_kind) DO UPDATE SET doc = excluded.doc, facets = excluded.facets,
      changed_at = own_change(d.viewer_kind, d.seen, d.changed_at);
END;
GRANT EXECUTE ON FUNCTION put_own_search_doc TO okaeri_app;

-- The same after a change of the caller's profile that is in no text. With the caller's rights, of functions that look further.
CREATE FUNCTION touch_own_search_docs() RETURNS void LANGUAGE sql VOLATILE
BEGIN ATOMIC
  UPDATE search_docs d SET facets = d.facets, changed_at = own_change(d.viewer_kind, d.seen, d.changed_at)
    WHERE d.company_id = app_company_id() AND d.member_id = app_member_id();
END;

-- What stands beside the texts: as what their member is listed, and what such viewers see of their years. One that is new has changed when its member came.
CREATE FUNCTION place_search_doc() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE placed record;
BEGIN
  SELECT m.status, m.kind, m.joined_at, p.unlisted, p.sort_key, v.department, v.joined_on, v.left_on, v.positions, seen_of(v) AS seen INTO placed
    FROM profiles p JOIN members m ON m.company_id = p.company_id AND m.id = p.member_id
      CROSS JOIN LATERAL eyes_of(p.company_id, new.viewer_kind) e CROSS JOIN LATERAL visible_to(e.seen, e.closed, p) v
    WHERE p.company_id = new.company_id AND p.member_id = new.member_id;
  IF FOUND THEN
    new.kind := CASE WHEN placed.status = 'ACTIVE' THEN placed.kind END;
    new.arrived_at := coalesce(placed.joined_at, '-infinity');
    new.changed_at := greatest(new.changed_at, placed.joined_at);
    new.unlisted := placed.unlisted;
    new.sort_key := placed.sort_key;
    new.department := placed.department;
    new.joined_on := placed.joined_on;
    new.left_on := placed.left_on;
    new.positions := placed.positions;
    new.seen := placed.seen;
  END IF;
  IF TG_OP = 'INSERT' THEN
    new.seat := seat_for(new.company_id, new.member_id, new.viewer_kind);
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER place_search_doc BEFORE INSERT OR UPDATE OF doc, facets ON search_docs FOR EACH ROW EXECUTE FUNCTION place_search_doc();

-- The seat that a member has for such viewers, or else a new one behind all others, which nobody else takes at this moment.
CREATE FUNCTION seat_for(company uuid, member uuid, viewers "ViewerKind") RETURNS int LANGUAGE plpgsql VOLATILE AS $$
DECLARE own int := (SELECT d.seat FROM search_docs d WHERE d.company_id = company AND d.member_id = member AND d.viewer_kind = viewers);
BEGIN
  IF own IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtext('a seat'), hashtext(company::text || viewers));
    own := seats_of(company, viewers);
  END IF;
  RETURN own;
END $$;

CREATE FUNCTION place_search_docs_of_member() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE search_docs SET facets = facets WHERE company_id = new.company_id AND member_id = new.id;
  RETURN NULL;
END $$;
CREATE TRIGGER place_search_docs AFTER UPDATE OF status, kind, joined_at ON members FOR EACH ROW
  WHEN ((old.status, old.kind, old.joined_at) IS DISTINCT FROM (new.status, new.kind, new.joined_at)) EXECUTE FUNCTION place_search_docs_of_member();
