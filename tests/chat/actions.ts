import type { Page } from "@playwright/test";
import { type Actions, type Call, callAction } from "#tests/e2e/action-calls.ts";

/** `number`: of a message of the member's own. The group is the member's, a friend is in it, and `token` lets others in. */
const ids = { memberId: "", threadId: "", friendId: "", groupId: "", token: "" };
let number = 0;

const inChat = (input: unknown): Call => ({ path: "chat", args: ["aoba", input] });
const ofThread = (more: object = {}) => inChat({ threadId: ids.threadId, ...more });
const ofGroup = (more: object = {}) => inChat({ threadId: ids.groupId, ...more });
const send = () => ofThread({ clientId: crypto.randomUUID(), text: "…" });

export const actions: Actions = {
  async prepare(sakura) {
    ids.memberId = await firstId(sakura, "directory", "main a[href*='/people/']");
    ids.threadId = await firstId(sakura, "chat", "main li a[href*='/chat/']");
    const search = `directory?q=${encodeURIComponent("髙橋 耕作")}`;
    ids.friendId = await firstId(sakura, search, "main a[href*='/people/']");
    const { request } = sakura.context();
    number = Number((await callAction(request, "sendMessageAction", send())).match(/"number":(\d+)/)?.[1]);
    const members = { name: null, memberIds: [ids.memberId, ids.friendId] };
    ids.groupId = idIn(await callAction(request, "startThreadAction", inChat(members)));
    ids.token = idIn(await callAction(request, "setJoinLinkAction", ofGroup({ on: true })));
    return Object.values(ids);
  },
  member: {
    sendMessageAction: send,
    syncThreadAction: () => ofThread({ after: 0 }),
    listOlderMessagesAction: () => ofThread({ before: 9 }),
    listMessagesAroundAction: () => ofThread({ number: 1 }),
    unfoldLinesAction: () => ofThread({ first: 1, last: 9 }),
    countUnreadAction: () => inChat(null),
    searchMessagesAction: () => ofThread({ q: "お元気" }),
    setReactionAction: () => ofThread({ number, emoji: "👍", on: true }),
    editMessageAction: () => ofThread({ number, text: "……" }),
    deleteMessageAction: () => ofThread({ number }),
    listThreadsAction: () => inChat(null),
    startThreadAction: () => inChat({ name: null, memberIds: [ids.memberId] }),
    addToGroupAction: () => ofGroup({ memberIds: [ids.memberId] }),
    renameGroupAction: () => ofGroup({ name: "輪" }),
    setGroupPictureAction: () => ofGroup({ fileId: null }),
    joinGroupAction: () => inChat({ token: ids.token }),
    setJoinLinkAction: () => ofGroup({ on: false }),
    setGroupRoleAction: () => ofGroup({ memberId: ids.friendId, role: "ADMIN" }),
    removeFromGroupAction: () => ofGroup({ memberId: ids.friendId }),
    leaveGroupAction: () => ofGroup(),
    blockMemberAction: () => inChat({ memberId: ids.memberId }),
    unblockMemberAction: () => inChat({ memberId: ids.memberId }),
    markReadAction: () => ofThread({ number: 1 }),
    muteThreadAction: () => ofThread({ on: false }),
    pinThreadAction: () => ofThread({ on: false }),
    archiveThreadAction: () => ofThread({ on: false }),
  },
  // In groups.spec.ts and standing.spec.ts.
  once: {
    answerRequestAction: () => ofThread({ accept: true }),
    endOwnBlock: () => ({
      path: "settings",
      args: ["aoba", { ended: 0, refusal: null }],
      form: { member: ids.memberId },
    }),
  },
};

/** The last part of the address to which the first of these links on a page of Aoba's leads. */
async function firstId(page: Page, path: string, links: string): Promise<string> {
  await page.goto(`/c/aoba/${path}`);
  const href = await page.locator(links).first().getAttribute("href");
  return href?.split("/").at(-1) ?? "";
}

function idIn(answer: string): string {
  return answer.match(/"data":"([^"]+)"/)?.[1] ?? "";
}
