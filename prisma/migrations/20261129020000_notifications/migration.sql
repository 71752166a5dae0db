-- What members are told of when they are not looking: see prisma/schema.prisma and prisma/sql/notifications.
CREATE TYPE "NotificationKind" AS ENUM ('CHAT');

CREATE TABLE notifications (
  company_id UUID NOT NULL,
  member_id UUID NOT NULL,
  kind "NotificationKind" NOT NULL,
  subject UUID NOT NULL,
  pushed_number INTEGER NOT NULL DEFAULT 0,
  mailed_number INTEGER NOT NULL DEFAULT 0,
  push_after TIMESTAMPTZ(3),
  mail_after TIMESTAMPTZ(3),
  CONSTRAINT notifications_pkey PRIMARY KEY (company_id, member_id, kind, subject),
  CONSTRAINT notifications_company_id_member_id_fkey FOREIGN KEY (company_id, member_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
) WITH (fillfactor = 60);
CREATE INDEX notifications_push_after_idx ON notifications (push_after) WHERE push_after IS NOT NULL;
CREATE INDEX notifications_mail_after_idx ON notifications (mail_after) WHERE mail_after IS NOT NULL;

-- What was told of a conversation before is not told again: of what was read since, and of a request that was answered, that needs no row.
ALTER TABLE chat_places NO FORCE ROW LEVEL SECURITY;
ALTER TABLE chat_participants NO FORCE ROW LEVEL SECURITY;
INSERT INTO notifications (company_id, member_id, kind, subject, pushed_number, mailed_number)
  SELECT p.company_id, p.member_id, 'CHAT', p.thread_id, p.pushed_number, p.mailed_number
  FROM chat_places p
  JOIN chat_participants q ON q.company_id = p.company_id AND q.thread_id = p.thread_id AND q.member_id = p.member_id
  WHERE greatest(p.pushed_number, p.mailed_number) > CASE q.state WHEN 'ASKED' THEN 0 ELSE p.read_number END;
ALTER TABLE chat_places DROP COLUMN pushed_number, DROP COLUMN mailed_number;
ALTER TABLE chat_places FORCE ROW LEVEL SECURITY;
ALTER TABLE chat_participants FORCE ROW LEVEL SECURITY;
