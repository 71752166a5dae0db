import type { Viewer } from "#lib/auth/schema.ts";
import { blockMember, listBlocked, unblockMember } from "#lib/chat/blocks.ts";
import { deleteMessage, editMessage, setReaction } from "#lib/chat/changes.ts";
import { addFile, findFile, openFile, openPreview, removeFile } from "#lib/chat/files.ts";
import {
  addToGroup,
  createGroup,
  findGroupByLink,
  joinGroup,
  leaveGroup,
  removeFromGroup,
  renameGroup,
  setGroupPicture,
  setGroupRole,
  setJoinLink,
} from "#lib/chat/groups.ts";
import {
  findConversation,
  findLine,
  listChanges,
  listMessagesAround,
  listMessagesBefore,
  sendMessage,
} from "#lib/chat/messages.ts";
import { archiveThread, markRead, muteThread, pinThread } from "#lib/chat/places.ts";
import { findChatPreferences, saveChatPreferences } from "#lib/chat/preferences.ts";
import { answerRequest, findRequest } from "#lib/chat/requests.ts";
import { searchMessages } from "#lib/chat/search.ts";
import { countUnread, listLatestThreads, listThreads } from "#lib/chat/thread-list.ts";
import { findThread, openDirectThread } from "#lib/chat/threads.ts";
import { strangersOf } from "#tests/chat/strangers.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = (database) => {
  /** What belongs to Aoba, and to two of its members. */
  const aoba = { memberId: "", threadId: "", number: 0, deleted: 0, fileId: "" };

  return {
    prepare: async () => {
      const sakura = await viewerOf(database, "sakura", "aoba");
      aoba.memberId = await memberIdOf(database, "kosaku", "aoba");
      aoba.threadId = await openDirectThread(sakura, aoba.memberId);
      aoba.number = await say(sakura);
      aoba.deleted = await say(sakura);
      aoba.fileId = await giveFile();
    },
    calls: {
      "blocks#blockMember": (viewer) => withRequest(({ askerId }) => blockMember(viewer, askerId)),
      "blocks#listBlocked": (viewer) => listBlocked(viewer),
      "blocks#unblockMember": (viewer) =>
        withRequest(async ({ askerId }) => {
          await blockMember(await viewerOf(database, "sakura", "aoba"), askerId);
          return unblockMember(viewer, askerId);
        }),
      "changes#deleteMessage": (viewer) =>
        deleteMessage(viewer, { threadId: aoba.threadId, number: aoba.deleted }),
      "changes#editMessage": (viewer) =>
        editMessage(viewer, { threadId: aoba.threadId, number: aoba.number, text: "……", mentions: [] }),
      "changes#setReaction": (viewer) =>
        setReaction(viewer, { threadId: aoba.threadId, number: aoba.number, emoji: "👍", on: true }),
      "files#addFile": (viewer) => addFile(viewer, aoba.threadId, picture()),
      "files#findFile": (viewer) => findFile(viewer, aoba.threadId, aoba.fileId),
      "files#openFile": async (viewer) => (await openFile(viewer, aoba.threadId, aoba.fileId)).body.cancel(),
      "files#openPreview": async (viewer) =>
        (await openPreview(viewer, aoba.threadId, aoba.fileId, "preview")).body.cancel(),
      "files#removeFile": async (viewer) => removeFile(viewer, aoba.threadId, await giveFile()),
      "groups#addToGroup": (viewer) => withGroup((group) => addToGroup(viewer, group, [viewer.memberId])),
      "groups#createGroup": (viewer) => createGroup(viewer, { name: "会", memberIds: [aoba.memberId] }),
      "groups#findGroupByLink": (viewer) => withLink((token) => findGroupByLink(viewer, token)),
      "groups#joinGroup": (viewer) => withLink((token) => joinGroup(viewer, token)),
      "groups#leaveGroup": (viewer) => withGroup((group) => leaveGroup(viewer, group)),
      "groups#removeFromGroup": (viewer) =>
        withGroup((group) => removeFromGroup(viewer, group, aoba.memberId)),
      "groups#renameGroup": (viewer) => withGroup((group) => renameGroup(viewer, group, "輪")),
      "groups#setGroupPicture": (viewer) => withGroup((group) => setGroupPicture(viewer, group, null)),
      "groups#setGroupRole": (viewer) =>
        withGroup((group) => setGroupRole(viewer, group, aoba.memberId, "ADMIN")),
      "groups#setJoinLink": (viewer) => withGroup((group) => setJoinLink(viewer, group, true)),
      "messages#sendMessage": (viewer) => say(viewer),
      "messages#findConversation": (viewer) => findConversation(viewer, aoba.threadId),
      "messages#findLine": (viewer) => findLine(viewer, aoba.threadId, aoba.number),
      "messages#listChanges": (viewer) => listChanges(viewer, aoba.threadId, 0),
      "messages#listMessagesAround": (viewer) => listMessagesAround(viewer, aoba.threadId, aoba.number),
      "messages#listMessagesBefore": (viewer) => listMessagesBefore(viewer, aoba.threadId),
      "preferences#findChatPreferences": (viewer) => findChatPreferences(viewer),
      "preferences#saveChatPreferences": (viewer) => saveChatPreferences(viewer, { mailAfterMinutes: 60 }),
      "places#archiveThread": (viewer) => archiveThread(viewer, aoba.threadId, false),
      "places#markRead": (viewer) => markRead(viewer, aoba.threadId, aoba.number),
      "places#muteThread": (viewer) => muteThread(viewer, aoba.threadId, false),
      "places#pinThread": (viewer) => pinThread(viewer, aoba.threadId, false),
      "requests#answerRequest": (viewer) =>
        withRequest(({ threadId }) => answerRequest(viewer, threadId, true)),
      "requests#findRequest": (viewer) => withRequest(({ threadId }) => findRequest(viewer, threadId)),
      "search#searchMessages": (viewer) => searchMessages(viewer, { q: "…", threadId: aoba.threadId }),
      "threads#openDirectThread": (viewer) => openDirectThread(viewer, aoba.memberId),
      "threads#findThread": (viewer) => findThread(viewer, aoba.threadId),
      "thread-list#countUnread": (viewer) => countUnread(viewer),
      "thread-list#listLatestThreads": (viewer) =>
        listLatestThreads(viewer, { memberIds: [aoba.memberId], name: "の" }),
      "thread-list#listThreads": (viewer) => listThreads(viewer),
    },
    ownAnswers: [
      "blocks#listBlocked",
      "preferences#findChatPreferences",
      "preferences#saveChatPreferences",
      "thread-list#countUnread",
      "thread-list#listLatestThreads",
      "thread-list#listThreads",
    ],
    withoutViewer: [
      "asking#countAsked",
      "notification-mail#sectionOf",
      "notification-texts#unreadLabel",
      "notification-texts#threadTitle",
      "notification-texts#shortenText",
      "notification-texts#threadPath",
      "lines#toLines",
      "notices#writeNotice",
      "places#listSeen",
      "sending#commitMessage",
      "sending#plainLine",
      "sending#setSentListener",
      "thread-list#findThreadNames",
      "threads#describeThread",
      "thread-row#requireThread",
    ],
    tables: {
      chat_threads: null,
      chat_participants: null,
      chat_places: null,
      chat_messages: null,
      chat_reactions: `INSERT INTO chat_reactions (company_id, thread_id, number, member_id, emoji)
    SELECT company_id, thread_id, number, author_id, '👍' FROM chat_messages LIMIT 1 ON CONFLICT DO NOTHING`,
      chat_files: `WITH message AS (SELECT *, gen_random_uuid() AS file_id FROM chat_messages LIMIT 1),
      file AS (INSERT INTO files (company_id, id, domain, uploader_id, name, type, size)
        SELECT company_id, file_id, 'CHAT', author_id, 'x', 'text/plain', 1 FROM message)
    INSERT INTO chat_files (company_id, file_id, thread_id, number) SELECT company_id, file_id, thread_id, number FROM message`,
      chat_blocks: `INSERT INTO chat_blocks (company_id, blocker_id, blocked_id)
    SELECT a.company_id, a.id, b.id FROM members a JOIN members b ON b.company_id = a.company_id AND b.id > a.id LIMIT 1`,
      chat_preferences:
        "INSERT INTO chat_preferences (company_id, member_id) SELECT company_id, id FROM members LIMIT 1",
    },
    routes: {
      "api/c/[company]/chat/[threadId]/files/route.ts#POST": async (company) => {
        const { POST } = await import("#app/api/c/[company]/chat/[threadId]/files/route.ts");
        return POST(new Request(url, { method: "POST", body: pixel }), thread(company));
      },
      "api/c/[company]/chat/[threadId]/files/[fileId]/route.ts#GET": async (company) => {
        const { GET } = await import("#app/api/c/[company]/chat/[threadId]/files/[fileId]/route.ts");
        return GET(new Request(url), file(company, aoba.fileId));
      },
      "api/c/[company]/chat/[threadId]/files/[fileId]/route.ts#DELETE": async (company) => {
        const { DELETE } = await import("#app/api/c/[company]/chat/[threadId]/files/[fileId]/route.ts");
        return DELETE(new Request(url, { method: "DELETE" }), file(company, await giveFile()));
      },
      "api/c/[company]/chat/[threadId]/files/[fileId]/preview/route.ts#GET": async (company) => {
        const { GET } = await import("#app/api/c/[company]/chat/[threadId]/files/[fileId]/preview/route.ts");
        return GET(new Request(url), file(company, aoba.fileId));
      },
    },
  };

  function thread(company: string) {
    return { params: Promise.resolve({ company, threadId: aoba.threadId }) };
  }

  function file(company: string, fileId: string) {
    return { params: Promise.resolve({ company, threadId: aoba.threadId, fileId }) };
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
};

const url = "http://localhost/";

/** A GIF of one pixel. */
const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64");
const picture = () => ({ name: "a.gif", body: bodyOf(pixel) });
