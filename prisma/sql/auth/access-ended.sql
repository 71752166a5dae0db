-- Live connections hear at once when access ends, no matter who ended it.
CREATE FUNCTION tell_access_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'sessions' THEN PERFORM pg_notify('okaeri', json_build_object('type', 'session:ended', 'sessionId', old.id)::text);
    WHEN 'members' THEN PERFORM pg_notify('okaeri', json_build_object('type', 'access:changed', 'companyId', old.company_id, 'memberId', old.id)::text);
    WHEN 'companies' THEN PERFORM pg_notify('okaeri', json_build_object('type', 'access:changed', 'companyId', old.id)::text);
  END CASE;
  RETURN NULL;
END $$;

CREATE TRIGGER tell_access_changed AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION tell_access_changed();
CREATE TRIGGER tell_access_changed AFTER DELETE OR UPDATE OF status, role, kind ON members FOR EACH ROW EXECUTE FUNCTION tell_access_changed();
CREATE TRIGGER tell_access_changed AFTER UPDATE OF status ON companies FOR EACH ROW EXECUTE FUNCTION tell_access_changed();
