-- Tasks: work that takes longer than its request. A member sees, starts and cancels only their own, whatever their role.
CREATE POLICY own_select ON long_work FOR SELECT TO okaeri_app USING (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()));
CREATE POLICY own_insert ON long_work FOR INSERT TO okaeri_app
  WITH CHECK (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()) AND state = 'WAITING' AND claim IS NULL AND attempts = 0);
GRANT SELECT (id, company_id, member_id, kind, state, done, total, error, cancel_asked_at, created_at, finished_at),
  INSERT ON long_work TO okaeri_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON long_work TO okaeri_lookup;

-- Asks a task of the member's own to end. One that waits ends at once: perhaps no worker knows its kind. Returns where it stands then;
-- nothing for another's, and what has ended stays as it is.
CREATE FUNCTION cancel_work(task uuid) RETURNS "WorkState"
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  UPDATE long_work w SET
      cancel_asked_at = CASE WHEN w.finished_at IS NULL THEN coalesce(w.cancel_asked_at, clock_timestamp()) ELSE w.cancel_asked_at END,
      state = CASE w.state WHEN 'WAITING' THEN 'CANCELLED' ELSE w.state END,
      finished_at = CASE w.state WHEN 'WAITING' THEN clock_timestamp() ELSE w.finished_at END,
      input = CASE w.state WHEN 'WAITING' THEN '{}' ELSE w.input END
    WHERE w.id = task AND w.company_id = app_company_id() AND w.member_id = app_member_id()
    RETURNING w.state;
END;
GRANT EXECUTE ON FUNCTION cancel_work TO okaeri_app;

-- Gives a worker the oldest task of these kinds that waits, or whose worker died: its lease has run out. `claim` is a secret of that
-- worker: by it the functions below know whose the task is.
CREATE FUNCTION claim_work(kinds text[], lease interval)
  RETURNS TABLE (id uuid, claim uuid, company_id uuid, kind text, input jsonb, checkpoint jsonb, attempts int)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT require_every_company();
  UPDATE long_work w SET state = 'RUNNING', claim = gen_random_uuid(), lease_ends_at = clock_timestamp() + lease, attempts = w.attempts + 1
    WHERE w.id = (SELECT o.id FROM long_work o
      WHERE o.company_id IS NOT NULL AND o.kind = ANY (kinds)
        AND (o.state = 'WAITING' OR o.state = 'RUNNING' AND o.lease_ends_at < clock_timestamp())
      ORDER BY o.created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING w.id, w.claim, w.company_id, w.kind, w.input, w.checkpoint, w.attempts;
END;
GRANT EXECUTE ON FUNCTION claim_work TO okaeri_app;

-- Puts the transaction into the company as the member who started the task. Locks nothing: the member may ask it to end meanwhile, and
-- whether the worker still has it is asked again by keep_work, in the same transaction.
-- No row when another worker has the task by now. Not `entered`: member or company are not active any more; the operator's are in no company.
CREATE FUNCTION enter_work(task uuid, worker uuid) RETURNS TABLE (
    company_id uuid, member_id uuid, entered boolean, cancel_asked boolean, done bigint, total bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  asked long_work;
  own members;
BEGIN
  SELECT * INTO asked FROM long_work w WHERE w.id = task AND w.claim = worker AND w.state = 'RUNNING';
  IF NOT FOUND THEN
    RETURN;
  END IF;
  company_id := asked.company_id;
  member_id := asked.member_id;
  cancel_asked := asked.cancel_asked_at IS NOT NULL;
  done := asked.done;
  total := asked.total;
  SELECT m.* INTO own FROM members m JOIN companies c ON c.id = m.company_id
    WHERE m.company_id = asked.company_id AND m.id = asked.member_id AND m.status = 'ACTIVE' AND c.status = 'ACTIVE';
  entered := FOUND;
  IF entered THEN
    PERFORM seal_member(own);
  END IF;
  RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION enter_work TO okaeri_app;

-- Keeps how far the task is, renews its lease and, once it has come to another checkpoint, starts counting attempts from none. False when
-- another worker has it by now: then the caller has to roll back.
CREATE FUNCTION keep_work(task uuid, worker uuid, lease interval, so_far bigint, of_all bigint, reached jsonb) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE long_work w SET lease_ends_at = clock_timestamp() + lease, done = so_far, total = of_all, checkpoint = reached,
      attempts = CASE WHEN w.checkpoint IS DISTINCT FROM reached THEN 0 ELSE w.attempts END
    WHERE w.id = task AND w.claim = worker AND w.state = 'RUNNING';
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION keep_work TO okaeri_app;

-- Ends the task, as DONE, FAILED or CANCELLED: of what it was to do, which people may be named in, nothing is kept. False when another
-- worker has it by now.
CREATE FUNCTION finish_work(task uuid, worker uuid, outcome "WorkState", reason text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE long_work w SET state = outcome, error = reason, claim = NULL, lease_ends_at = NULL, finished_at = clock_timestamp(),
      input = '{}', checkpoint = NULL
    WHERE w.id = task AND w.claim = worker AND w.state = 'RUNNING';
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION finish_work TO okaeri_app;

-- Whether there is no such task any more: it went with its member. One that has ended stays for a while.
CREATE FUNCTION is_work_gone(task uuid) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT require_every_company();
  SELECT NOT EXISTS (SELECT FROM long_work w WHERE w.id = task);
END;
GRANT EXECUTE ON FUNCTION is_work_gone TO okaeri_app;

-- Tasks of the operator, which only the owner starts and cancels: nothing of it is granted to the serving role.
-- Starts one, or returns the one of its kind that is under way as `running`. One whose lease has run out is ended and returned as `died`.
CREATE FUNCTION begin_operators_work(new_id uuid, new_kind text, by_operator text, given jsonb, lease interval)
  RETURNS TABLE (claim uuid, running jsonb, died jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  other long_work;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('operator''s work ' || new_kind, 23));
  SELECT * INTO other FROM long_work w WHERE w.company_id IS NULL AND w.kind = new_kind AND w.state = 'RUNNING' FOR NO KEY UPDATE;
  IF FOUND AND other.lease_ends_at >= clock_timestamp() THEN
    running := to_jsonb(other);
    RETURN NEXT;
    RETURN;
  END IF;
  IF FOUND THEN
    died := to_jsonb(other);
    UPDATE long_work w SET state = 'FAILED', error = 'its process died', claim = NULL, lease_ends_at = NULL, finished_at = clock_timestamp(),
        input = '{}'
      WHERE w.id = other.id;
  END IF;
  claim := gen_random_uuid();
  INSERT INTO long_work (id, operator, kind, state, input, attempts, claim, lease_ends_at)
    VALUES (new_id, by_operator, new_kind, 'RUNNING', given, 1, claim, clock_timestamp() + lease);
  RETURN NEXT;
END $$;

-- Asks the one that is under way to end. False when there is none.
CREATE FUNCTION cancel_operators_work(of_kind text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE long_work w SET cancel_asked_at = coalesce(w.cancel_asked_at, clock_timestamp())
    WHERE w.company_id IS NULL AND w.kind = of_kind AND w.state = 'RUNNING' AND w.lease_ends_at >= clock_timestamp();
  RETURN FOUND;
END $$;
