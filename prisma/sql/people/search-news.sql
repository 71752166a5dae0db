-- Whom a saved search finds anew, where its member wants to be told: who matches now, did not at any look before, and joined, or changed in what the member
-- sees, since the last one. All of it with that member's eyes at that time: what is hidden from them, a block, and not being listed are no change, and nobody
-- of these is told of. A search that finds more than can be kept tells of nobody while it does.
GRANT SELECT, UPDATE (look_after, looked_at, opened_at, told_at, told_before, too_wide) ON saved_searches TO okaeri_lookup;
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_search_people TO okaeri_lookup;

-- Whether one of the caller's saved searches is to tell; false where there is none. It begins with nobody, and with what is opened.
CREATE FUNCTION watch_search(search uuid, wanted boolean) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE own saved_searches;
BEGIN
  SELECT * INTO own FROM saved_searches s WHERE s.company_id = app_company_id() AND s.member_id = app_member_id() AND s.id = search FOR NO KEY UPDATE;
  IF NOT FOUND OR (own.look_after IS NOT NULL) = wanted THEN
    RETURN own.id IS NOT NULL;
  END IF;
  DELETE FROM saved_search_people p WHERE p.company_id = own.company_id AND p.search_id = own.id;
  UPDATE saved_searches s SET look_after = CASE WHEN wanted THEN now() END, looked_at = NULL, opened_at = now(), too_wide = false
    WHERE s.company_id = own.company_id AND s.id = own.id;
  RETURN true;
END $$;

-- Takes up to `max_count` searches at which it is time to look, each once, and not again for some minutes, whatever comes of it.
CREATE FUNCTION claim_searches(max_count int) RETURNS TABLE (company_id uuid, member_id uuid, id uuid, query text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_every_company();
  RETURN QUERY UPDATE saved_searches s SET look_after = now() + interval '10 minutes'
    FROM (SELECT company_id, id FROM saved_searches WHERE look_after <= now() ORDER BY look_after LIMIT max_count FOR NO KEY UPDATE SKIP LOCKED) due
    WHERE s.company_id = due.company_id AND s.id = due.id
    RETURNING s.company_id, s.member_id, s.id, s.query;
END $$;

-- Looks whom one of the caller's searches finds by now, if it is to tell: the first time they are those who were there before. Terms and facets as
-- search_members takes them.
CREATE FUNCTION look_at_search(search uuid, most int, terms text[], sounds text[], of_kind "MemberKind", chosen text[], together boolean) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own saved_searches;
  -- What began before the last look and was committed after it is not lost: no transaction takes longer.
  since timestamptz;
  newest timestamptz;
  ids uuid[];
  changes timestamptz[];
BEGIN
  SELECT * INTO own FROM saved_searches s WHERE s.company_id = app_company_id() AND s.member_id = app_member_id() AND s.id = search
    AND s.look_after IS NOT NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  since := own.looked_at - interval '1 minute';
  SELECT d.changed_at INTO newest FROM search_docs d WHERE d.company_id = own.company_id AND d.viewer_kind = app_viewer_kind() AND d.kind IS NOT NULL
    AND NOT d.unlisted ORDER BY d.viewer_kind DESC, d.changed_at DESC, d.member_id DESC LIMIT 1;
  IF newest <= since THEN
    RETURN;
  END IF;
  SELECT coalesce(array_agg(m.member_id), '{}'), coalesce(array_agg(m.changed_at), '{}') INTO ids, changes
    FROM search_members(terms, most + 1, sounds, of_kind, chosen, together) m;
  UPDATE saved_searches s SET looked_at = clock_timestamp(), too_wide = cardinality(ids) > most WHERE s.company_id = own.company_id AND s.id = own.id;
  IF cardinality(ids) > most THEN
    RETURN;
  END IF;
  INSERT INTO saved_search_people (company_id, search_id, member_id, found_at)
    SELECT own.company_id, own.id, h.id, CASE WHEN h.changed_at > since AND h.id <> own.member_id THEN clock_timestamp() END
    FROM unnest(ids, changes) AS h (id, changed_at)
    ON CONFLICT DO NOTHING;
  -- Who was found once and is not any more is kept as well, so that nobody is told of twice; but not for ever more of them.
  IF (SELECT count(*) FROM saved_search_people p WHERE p.company_id = own.company_id AND p.search_id = own.id) > 2 * most THEN
    DELETE FROM saved_search_people p WHERE p.company_id = own.company_id AND p.search_id = own.id AND p.member_id <> ALL (ids);
  END IF;
END $$;

-- Whom one of the caller's searches found anew since it was opened, and finds now, the newest first; `untold`: of whom the member was not told.
CREATE FUNCTION search_news(search uuid, untold boolean, most int, terms text[], sounds text[], of_kind "MemberKind", chosen text[], together boolean)
  RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM saved_searches s JOIN saved_search_people p ON p.company_id = s.company_id AND p.search_id = s.id AND p.found_at > s.opened_at
    WHERE s.company_id = app_company_id() AND s.member_id = app_member_id() AND s.id = search AND s.look_after IS NOT NULL AND NOT s.too_wide;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT p.member_id FROM saved_searches s
    JOIN saved_search_people p ON p.company_id = s.company_id AND p.search_id = s.id
      AND p.found_at > greatest(s.opened_at, CASE WHEN untold THEN s.told_at END)
    JOIN search_members(terms, most, sounds, of_kind, chosen, together) m ON m.member_id = p.member_id
    WHERE s.company_id = app_company_id() AND s.member_id = app_member_id() AND s.id = search
    ORDER BY p.found_at DESC, p.member_id;
END $$;

-- The same of whom is told now: they count as told. Who was found and is hidden by now is told of neither now nor later.
CREATE FUNCTION tell_search_news(search uuid, most int, terms text[], sounds text[], of_kind "MemberKind", chosen text[], together boolean) RETURNS SETOF uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own saved_searches;
  news uuid[];
BEGIN
  SELECT * INTO own FROM saved_searches s WHERE s.company_id = app_company_id() AND s.member_id = app_member_id() AND s.id = search
    AND s.look_after IS NOT NULL AND NOT s.too_wide FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  news := ARRAY(SELECT search_news(search, true, most, terms, sounds, of_kind, chosen, together));
  UPDATE saved_search_people p SET found_at = NULL WHERE p.company_id = own.company_id AND p.search_id = own.id
    AND p.found_at > greatest(own.opened_at, own.told_at) AND p.member_id <> ALL (news);
  IF news <> '{}' THEN
    -- What HR is told of somebody by it is noted as if they had looked.
    PERFORM note_finds(news, terms, sounds, chosen, together);
    UPDATE saved_searches s SET told_at = clock_timestamp(), told_before = own.told_at WHERE s.company_id = own.company_id AND s.id = own.id;
  END IF;
  RETURN QUERY SELECT unnest(news);
END $$;

-- Whom the last notice told of were not told: nobody took it.
CREATE FUNCTION untell_search_news(company uuid, search uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  UPDATE saved_searches s SET told_at = s.told_before WHERE s.company_id = company AND s.id = search;
END $$;
GRANT EXECUTE ON FUNCTION watch_search, untell_search_news, claim_searches, look_at_search, search_news, tell_search_news TO okaeri_app;

-- By which way the caller is told.
CREATE FUNCTION own_search_notice_way(push_works boolean) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT notice_way((SELECT app_company_id()), (SELECT app_member_id()), push_works);
END;
GRANT EXECUTE ON FUNCTION own_search_notice_way TO okaeri_app;

-- Writes into the notifications of which searches there is something to tell, once a day of each; by mail no sooner than mails tell of unread messages.
CREATE FUNCTION queue_search_news(by_mail boolean, push_works boolean) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  INSERT INTO notifications AS n (company_id, member_id, kind, subject, push_after, mail_after)
    SELECT s.company_id, s.member_id, 'SEARCH', s.id, CASE WHEN NOT by_mail THEN now() END, CASE WHEN by_mail THEN now() END
    FROM (SELECT DISTINCT p.company_id, p.search_id FROM saved_search_people p WHERE p.found_at > now() - interval '3 days') lately
    JOIN saved_searches s ON s.company_id = lately.company_id AND s.id = lately.search_id AND s.look_after IS NOT NULL AND NOT s.too_wide
      AND coalesce(s.told_at, '-infinity') < now() - interval '1 day'
    LEFT JOIN chat_preferences f ON f.company_id = s.company_id AND f.member_id = s.member_id
    CROSS JOIN LATERAL (SELECT min(p.found_at) AS found_at FROM saved_search_people p
      WHERE p.company_id = s.company_id AND p.search_id = s.id AND p.found_at > greatest(s.opened_at, s.told_at)) first
    WHERE first.found_at < CASE WHEN by_mail THEN now() - coalesce(f.mail_after_minutes, 15) * interval '1 minute' ELSE now() END
      AND notice_way(s.company_id, s.member_id, push_works) = CASE WHEN by_mail THEN 'mail' ELSE 'push' END
      -- What no browser took waits for its mail.
      AND (by_mail OR NOT EXISTS (SELECT FROM notifications w WHERE w.company_id = s.company_id AND w.member_id = s.member_id AND w.kind = 'SEARCH'
        AND w.subject = s.id AND w.mail_after IS NOT NULL))
    ORDER BY 1, 2, 4
    ON CONFLICT (company_id, member_id, kind, subject) DO UPDATE SET push_after = coalesce(excluded.push_after, n.push_after),
      mail_after = coalesce(excluded.mail_after, n.mail_after);
END $$;
GRANT EXECUTE ON FUNCTION queue_search_news TO okaeri_app;

CREATE FUNCTION forget_search_notices() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM notifications n WHERE n.company_id = old.company_id AND n.member_id = old.member_id AND n.kind = 'SEARCH' AND n.subject = old.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_search_notices AFTER DELETE ON saved_searches FOR EACH ROW EXECUTE FUNCTION forget_search_notices();
