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
import { findConversation, findLine, listMessagesAround, listMessagesBefore } from "#lib/chat/messages.ts";
import { findPeople } from "#lib/chat/people.ts";
import { archiveThread, markRead, muteThread, pinThread } from "#lib/chat/places.ts";
import { findChatPreferences, saveChatPreferences } from "#lib/chat/preferences.ts";
import { answerRequest, findRequest } from "#lib/chat/requests.ts";
import { searchMessages } from "#lib/chat/search.ts";
import { listChanges, listCommonChanges } from "#lib/chat/sync.ts";
import { countUnread, listLatestThreads, listSharedGroups, listThreads } from "#lib/chat/thread-list.ts";
import { findThread, openDirectThread } from "#lib/chat/threads.ts";
import { unfoldLines } from "#lib/chat/unfold.ts";
import { viewerOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";
import { chatRoutes } from "./tenancy-routes.ts";
import { makeChatWorld, picture } from "./tenancy-world.ts";

export const tenancy: TenancyOf = (database) => {
  const world = makeChatWorld(database);
  const { aoba, giveFile, withGroup, withLink, withRequest, say } = world;

  return {
    prepare: world.prepare,
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
      "sync#listChanges": (viewer) => listChanges(viewer, aoba.threadId, 0),
      "sync#listCommonChanges": (viewer) => listCommonChanges(viewer, aoba.threadId, 0),
      "messages#listMessagesAround": (viewer) => listMessagesAround(viewer, aoba.threadId, aoba.number),
      "messages#listMessagesBefore": (viewer) => listMessagesBefore(viewer, aoba.threadId),
      "people#findPeople": (viewer) => findPeople(viewer, "a"),
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
      "thread-list#listSharedGroups": (viewer) => listSharedGroups(viewer, aoba.memberId),
      "thread-list#listThreads": (viewer) => listThreads(viewer),
      "unfold#unfoldLines": (viewer) =>
        unfoldLines(viewer, { threadId: aoba.threadId, first: 1, last: aoba.number }),
    },
    ownAnswers: [
      "blocks#listBlocked",
      "people#findPeople",
      "preferences#findChatPreferences",
      "preferences#saveChatPreferences",
      "thread-list#countUnread",
      "thread-list#listLatestThreads",
      "thread-list#listSharedGroups",
      "thread-list#listThreads",
    ],
    withoutViewer: [
      "asking#countAsked",
      "emoji-names#listEmojiNames",
      "notification-mail#sectionOf",
      "notification-texts#unreadLabel",
      "notification-texts#threadTitle",
      "notification-texts#shortenText",
      "notification-texts#threadPath",
      "lines#listLines",
      "pages#pageAround",
      "pages#pageUpTo",
      "preferences#readChatPreferences",
      "notices#writeNotice",
      "places#listSeen",
      "sending#commitMessage",
      "send-batch#plainLine",
      "send-batch#sendBatch",
      "sending#setSentListener",
      "thread-cards#cardsOf",
      "thread-cards#toCards",
      "thread-list#findThreadNames",
      "threads#describeThread",
      "threads#readThread",
      "thread-row#requireThread",
      "thread-row#requireThreadId",
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
    routes: chatRoutes(world),
    ownRoutes: ["api/c/[company]/chat/preferences/route.ts#POST"],
  };
};
