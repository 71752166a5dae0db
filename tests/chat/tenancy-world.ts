import type { Viewer } from "#lib/auth/schema.ts";
import { addFile } from "#lib/chat/files.ts";
import { createGroup, setJoinLink } from "#lib/chat/groups.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { strangersOf } from "#tests/chat/strangers.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";

export type ChatWorld = ReturnType<typeof makeChatWorld>;

/** What belongs to Aoba and to two of its members, as tests/chat/tenancy.ts asks for it; `aoba` is filled by `prepare`. */
export function makeChatWorld(database: TestDatabase) {
  const aoba = { memberId: "", threadId: "", number: 0, deleted: 0, fileId: "" };

  async function prepare(): Promise<void> {
    const sakura = await viewerOf(database, "sakura", "aoba");
    aoba.memberId = await memberIdOf(database, "kosaku", "aoba");
    aoba.threadId = await openDirectThread(sakura, aoba.memberId);
    aoba.number = await say(sakura);
    aoba.deleted = await say(sakura);
    aoba.fileId = await giveFile();
  }

  /** A file of one of the two, who has not sent it yet. */
  async function giveFile(): Promise<string> {
    return (await addFile(await viewerOf(database, "sakura", "aoba"), aoba.threadId, picture())).id;
  }

  /** A new group of the two, whose admin the one is. */
  async function withGroup<T>(work: (threadId: string) => Promise<T>): Promise<T> {
    const sakura = await viewerOf(database, "sakura", "aoba");
    return work(await createGroup(sakura, { name: null, memberIds: [aoba.memberId] }));
  }

  async function withLink<T>(work: (token: string) => Promise<T>): Promise<T> {
    const sakura = await viewerOf(database, "sakura", "aoba");
    return withGroup(async (threadId) => work((await setJoinLink(sakura, threadId, true)) ?? ""));
  }

  /** A stranger's new request to the one. */
  async function withRequest<T>(
    work: (request: { threadId: string; askerId: string }) => Promise<T>,
  ): Promise<T> {
    const sakura = await viewerOf(database, "sakura", "aoba");
    const [asker] = await strangersOf(database, sakura, 1);
    if (!asker) throw new Error("there are no strangers");
    const threadId = await openDirectThread(asker, sakura.memberId);
    return work({ threadId, askerId: asker.memberId });
  }

  async function say(viewer: Viewer): Promise<number> {
    const words = { text: "…", mentions: [], files: [] };
    return (await sendMessage(viewer, { threadId: aoba.threadId, clientId: crypto.randomUUID(), ...words }))
      .number;
  }

  return { aoba, prepare, giveFile, withGroup, withLink, withRequest, say };
}

/** A GIF of one pixel. */
export const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64");
export const picture = () => ({ name: "a.gif", body: bodyOf(pixel) });
