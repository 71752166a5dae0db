import type { Viewer } from "#lib/auth/schema.ts";
import { createGroup } from "#lib/chat/groups.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import type { TestDatabase } from "#tests/support/database.ts";

type Sent = { mentions?: string[] };

/** Says something in a thread; returns its number. */
export async function say(
  from: Viewer,
  threadId: string,
  text: string,
  { mentions = [] }: Sent = {},
): Promise<number> {
  const { number } = await sendMessage(from, {
    threadId,
    clientId: crypto.randomUUID(),
    text,
    mentions,
    files: [],
  });
  return number;
}

export async function openThread(from: Viewer, to: Viewer): Promise<string> {
  return openDirectThread(from, to.memberId);
}

/** A group that all are in, known to each other or not. */
export async function startGroup(
  database: TestDatabase,
  name: string | null,
  admin: Viewer,
  others: Viewer[],
): Promise<string> {
  const id = await createGroup(admin, { name, memberIds: others.map(({ memberId }) => memberId) });
  await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [id]);
  return id;
}

/** Lets so much time go by: all that was ever said in chat is that much older. */
export async function pass(database: TestDatabase, time: string): Promise<void> {
  await database.asOwner("UPDATE chat_messages SET sent_at = sent_at - $1::interval", [time]);
  await database.asOwner("UPDATE chat_threads SET last_message_at = last_message_at - $1::interval", [time]);
}

/** All that was said before calls nobody any more. */
export async function settle(database: TestDatabase): Promise<void> {
  await database.asOwner(
    "UPDATE chat_places p SET read_number = t.last_number FROM chat_threads t WHERE t.company_id = p.company_id AND t.id = p.thread_id",
  );
  await database.asOwner(
    `INSERT INTO notifications AS n (company_id, member_id, kind, subject, pushed_number, mailed_number)
      SELECT company_id, member_id, 'CHAT', thread_id, read_number, read_number FROM chat_places
      ON CONFLICT (company_id, member_id, kind, subject) DO UPDATE SET pushed_number = excluded.pushed_number,
        mailed_number = excluded.mailed_number, push_after = NULL, mail_after = NULL`,
  );
}

/** As if a member, or everybody, had never been told of the thread, nor read it. */
export async function forget(
  database: TestDatabase,
  threadId: string,
  memberId: string | null = null,
): Promise<void> {
  for (const change of [
    "UPDATE chat_places SET read_number = 0 WHERE thread_id = $1 AND member_id = coalesce($2, member_id)",
    "DELETE FROM notifications WHERE subject = $1 AND member_id = coalesce($2, member_id)",
  ])
    await database.asOwner(change, [threadId, memberId]);
}
