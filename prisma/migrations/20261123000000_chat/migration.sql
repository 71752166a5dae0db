-- Groups, requests, edits, reactions, files: see prisma/schema.prisma for what each column holds.
CREATE TYPE "ParticipantState" AS ENUM ('ACTIVE', 'ASKED', 'DECLINED', 'BARRED', 'LEFT');
CREATE TYPE "ParticipantRole" AS ENUM ('MEMBER', 'ADMIN');
CREATE TYPE "ChatMessageKind" AS ENUM ('TEXT', 'NOTICE');
ALTER TYPE "ChatThreadKind" ADD VALUE 'GROUP';

-- What is there already is kept: the owner has to see it for that.
ALTER TABLE chat_threads NO FORCE ROW LEVEL SECURITY;
ALTER TABLE chat_participants NO FORCE ROW LEVEL SECURITY;
ALTER TABLE chat_messages NO FORCE ROW LEVEL SECURITY;

ALTER TABLE chat_threads
  ADD COLUMN name TEXT,
  ADD COLUMN picture_id UUID,
  ADD COLUMN join_token TEXT,
  ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
UPDATE chat_threads SET revision = last_number;
CREATE UNIQUE INDEX chat_threads_join_token_idx ON chat_threads (company_id, join_token) WHERE join_token IS NOT NULL;
-- A thread's row changes with every message: room for that on its page.
ALTER TABLE chat_threads SET (fillfactor = 60);

CREATE TABLE chat_places (
  company_id UUID NOT NULL,
  thread_id UUID NOT NULL,
  member_id UUID NOT NULL,
  read_number INTEGER NOT NULL DEFAULT 0,
  muted BOOLEAN NOT NULL DEFAULT false,
  pinned_at TIMESTAMPTZ(3),
  archived_at TIMESTAMPTZ(3),
  pushed_number INTEGER NOT NULL DEFAULT 0,
  mailed_number INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT chat_places_pkey PRIMARY KEY (company_id, thread_id, member_id),
  CONSTRAINT chat_places_company_id_thread_id_member_id_fkey FOREIGN KEY (company_id, thread_id, member_id)
    REFERENCES chat_participants (company_id, thread_id, member_id) ON DELETE CASCADE ON UPDATE CASCADE
) WITH (fillfactor = 60);
-- What was read before is told by neither push nor mail.
INSERT INTO chat_places (company_id, thread_id, member_id, read_number, pushed_number, mailed_number)
  SELECT p.company_id, p.thread_id, p.member_id, p.read_number, t.last_number, t.last_number
  FROM chat_participants p JOIN chat_threads t ON t.company_id = p.company_id AND t.id = p.thread_id;
CREATE INDEX chat_places_company_id_member_id_thread_id_idx ON chat_places (company_id, member_id, thread_id);
CREATE INDEX chat_places_archived_idx ON chat_places (company_id, thread_id) WHERE archived_at IS NOT NULL;

ALTER TABLE chat_participants
  DROP COLUMN read_number,
  ADD COLUMN state "ParticipantState" NOT NULL DEFAULT 'ACTIVE',
  ADD COLUMN role "ParticipantRole" NOT NULL DEFAULT 'MEMBER',
  ADD COLUMN asked_by UUID,
  ADD COLUMN declined BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE chat_messages
  ADD COLUMN revision INTEGER,
  ADD COLUMN kind "ChatMessageKind" NOT NULL DEFAULT 'TEXT',
  ADD COLUMN folded TEXT NOT NULL DEFAULT '',
  ADD COLUMN notice JSONB,
  ADD COLUMN quoted_number INTEGER,
  ADD COLUMN mentions UUID[] DEFAULT ARRAY[]::UUID[],
  ADD COLUMN edited_at TIMESTAMPTZ(3),
  ADD COLUMN deleted_at TIMESTAMPTZ(3);
-- Nearly as lib/people/normalise.ts does from now on: width, case and katakana make no difference.
UPDATE chat_messages SET revision = number, folded = translate(lower(normalize(text, NFKC)),
  'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴ',
  'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔ');
ALTER TABLE chat_messages ALTER COLUMN revision SET NOT NULL;
CREATE UNIQUE INDEX chat_messages_company_id_thread_id_revision_key ON chat_messages (company_id, thread_id, revision);

ALTER TABLE chat_threads FORCE ROW LEVEL SECURITY;
ALTER TABLE chat_participants FORCE ROW LEVEL SECURITY;
ALTER TABLE chat_messages FORCE ROW LEVEL SECURITY;

CREATE TABLE chat_reactions (
  company_id UUID NOT NULL,
  thread_id UUID NOT NULL,
  number INTEGER NOT NULL,
  member_id UUID NOT NULL,
  emoji TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT chat_reactions_pkey PRIMARY KEY (company_id, thread_id, number, member_id, emoji),
  CONSTRAINT chat_reactions_company_id_thread_id_number_fkey FOREIGN KEY (company_id, thread_id, number)
    REFERENCES chat_messages (company_id, thread_id, number) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT chat_reactions_company_id_member_id_fkey FOREIGN KEY (company_id, member_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE chat_files (
  company_id UUID NOT NULL,
  id UUID NOT NULL,
  thread_id UUID NOT NULL,
  uploader_id UUID NOT NULL,
  number INTEGER,
  position INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  preview BOOLEAN NOT NULL DEFAULT false,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT chat_files_pkey PRIMARY KEY (company_id, id),
  CONSTRAINT chat_files_company_id_thread_id_fkey FOREIGN KEY (company_id, thread_id)
    REFERENCES chat_threads (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT chat_files_company_id_thread_id_number_fkey FOREIGN KEY (company_id, thread_id, number)
    REFERENCES chat_messages (company_id, thread_id, number) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT chat_files_company_id_uploader_id_fkey FOREIGN KEY (company_id, uploader_id)
    REFERENCES members (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX chat_files_company_id_thread_id_number_idx ON chat_files (company_id, thread_id, number);

CREATE TABLE chat_blocks (
  company_id UUID NOT NULL,
  blocker_id UUID NOT NULL,
  blocked_id UUID NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT chat_blocks_pkey PRIMARY KEY (company_id, blocker_id, blocked_id),
  CONSTRAINT chat_blocks_company_id_blocker_id_fkey FOREIGN KEY (company_id, blocker_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT chat_blocks_company_id_blocked_id_fkey FOREIGN KEY (company_id, blocked_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE chat_preferences (
  company_id UUID NOT NULL,
  member_id UUID NOT NULL,
  share_reads BOOLEAN NOT NULL DEFAULT true,
  show_online BOOLEAN NOT NULL DEFAULT true,
  mail_after_minutes INTEGER NOT NULL DEFAULT 15,
  mail_content BOOLEAN NOT NULL DEFAULT true,
  push_content BOOLEAN NOT NULL DEFAULT true,
  CONSTRAINT chat_preferences_pkey PRIMARY KEY (company_id, member_id),
  CONSTRAINT chat_preferences_company_id_member_id_fkey FOREIGN KEY (company_id, member_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE push_subscriptions (
  id UUID NOT NULL,
  user_id UUID NOT NULL,
  session_id UUID NOT NULL,
  endpoint TEXT NOT NULL,
  p256dh TEXT NOT NULL,
  auth TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  gone_at TIMESTAMPTZ(3),
  CONSTRAINT push_subscriptions_pkey PRIMARY KEY (id),
  CONSTRAINT push_subscriptions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT push_subscriptions_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX push_subscriptions_endpoint_key ON push_subscriptions (endpoint);
CREATE INDEX push_subscriptions_user_id_idx ON push_subscriptions (user_id);
CREATE INDEX push_subscriptions_session_id_idx ON push_subscriptions (session_id);
