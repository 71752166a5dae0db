-- Live connections hear at once who may read what.
CREATE FUNCTION tell_participant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed chat_participants := coalesce(new, old);
BEGIN
  PERFORM pg_notify('okaeri', json_build_object('type', 'participant:changed', 'companyId', changed.company_id,
    'threadId', changed.thread_id, 'memberId', changed.member_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_participant_changed AFTER INSERT OR DELETE OR UPDATE OF state ON chat_participants
  FOR EACH ROW EXECUTE FUNCTION tell_participant_changed();

CREATE FUNCTION tell_preferences_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('okaeri', json_build_object('type', 'preferences:changed', 'companyId', new.company_id, 'memberId', new.member_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_preferences_changed AFTER INSERT OR UPDATE OF share_reads, show_online ON chat_preferences
  FOR EACH ROW EXECUTE FUNCTION tell_preferences_changed();

-- A block, set or taken back, is another company for both: whom they find, who stands in their groups, whose lines are folded.
CREATE FUNCTION tell_block_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed chat_blocks := coalesce(new, old);
BEGIN
  PERFORM pg_notify('okaeri', json_build_object('type', 'block:changed', 'companyId', changed.company_id, 'memberId', member)::text)
    FROM unnest(ARRAY[changed.blocker_id, changed.blocked_id]) member;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_block_changed AFTER INSERT OR DELETE ON chat_blocks FOR EACH ROW EXECUTE FUNCTION tell_block_changed();

-- What decides who may see that one is here: for those who look, and for oneself.
CREATE FUNCTION tell_findable_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('okaeri', json_build_object('type', 'findable:changed', 'companyId', new.company_id, 'memberId', new.member_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_findable_changed AFTER UPDATE OF tenure_audience, unlisted, joined_on, left_on ON profiles FOR EACH ROW
  WHEN (old.tenure_audience IS DISTINCT FROM new.tenure_audience OR old.unlisted IS DISTINCT FROM new.unlisted
    OR old.joined_on IS DISTINCT FROM new.joined_on OR old.left_on IS DISTINCT FROM new.left_on)
  EXECUTE FUNCTION tell_findable_changed();
