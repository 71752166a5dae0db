-- What HR decided about a correction is told its member, once and by one way, where somebody else decided. By mail no sooner than mails tell of unread messages.
CREATE FUNCTION queue_correction_notices(by_mail boolean, push_works boolean) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  INSERT INTO notifications (company_id, member_id, kind, subject, push_after, mail_after)
    SELECT c.company_id, c.member_id, 'CORRECTION', c.id, CASE WHEN NOT by_mail THEN now() END, CASE WHEN by_mail THEN now() END
    FROM corrections c LEFT JOIN chat_preferences f ON f.company_id = c.company_id AND f.member_id = c.member_id
    WHERE c.decided_at > now() - interval '2 days' AND c.decided_by_id <> c.member_id
      AND c.decided_at <= CASE WHEN by_mail THEN now() - coalesce(f.mail_after_minutes, 15) * interval '1 minute' ELSE now() END
      AND notice_way(c.company_id, c.member_id, push_works) = CASE WHEN by_mail THEN 'mail' ELSE 'push' END
    -- In one order: two workers must not wait for each other crosswise.
    ORDER BY 1, 2, 4
    ON CONFLICT DO NOTHING;
END $$;

-- What is told of these notifications: of which field HR decided, and how. `spot`: which of them, from 1. No value is told.
CREATE FUNCTION correction_words(companies uuid[], members uuid[], asked uuid[])
  RETURNS TABLE (spot int, field "RecordedField", status "CorrectionStatus")
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_every_company();
  RETURN QUERY SELECT x.spot::int, c.field, c.status
    FROM unnest(companies, members, asked) WITH ORDINALITY AS x(company, member, id, spot)
    JOIN corrections c ON c.company_id = x.company AND c.id = x.id AND c.member_id = x.member AND c.decided_at IS NOT NULL;
END $$;
GRANT EXECUTE ON FUNCTION queue_correction_notices, correction_words TO okaeri_app;
