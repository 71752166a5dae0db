import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { deleteMessage, editMessage } from "#lib/chat/changes.ts";
import { createGroup } from "#lib/chat/groups.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import type { MessageHit } from "#lib/chat/schema.ts";
import { searchMessages } from "#lib/chat/search.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { NotFound } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let chinatsu: Viewer;
let threadId: string;
let groupId: string;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  chinatsu = await viewerOf(database, "chinatsu", "aoba");
  threadId = await openDirectThread(sakura, kosaku.memberId);
  groupId = await createGroup(sakura, { name: "触媒の会", memberIds: [chinatsu.memberId] });
});

const say = (viewer: Viewer, text: string, thread = threadId) =>
  sendMessage(viewer, {
    threadId: thread,
    clientId: crypto.randomUUID(),
    text,
    mentions: [],
    files: [],
  });
const find = async (viewer: Viewer, q: string, thread?: string) =>
  (await searchMessages(viewer, { q, threadId: thread })).hits;
const texts = (hits: MessageHit[]) => hits.map(({ excerpt }) => excerpt.map(({ text }) => text).join(""));

describe("a message is found", () => {
  it.each([
    ["by two characters in the middle of a sentence", "来週は鞍馬で打ち合わせです", "鞍馬"],
    ["by katakana for hiragana", "ぜひみずうみまで", "ミズウミ"],
    ["by half-width kana", "ﾍﾞﾝﾁﾏｰｸの結果です", "ベンチマーク"],
    ["whatever the case and the width", "Ｑｕａｒｔｅｒｌｙ report", "quarterly REPORT"],
    ["by the other way to write a character", "髙嶋さんへ渡しました", "高嶋"],
    ["by several words in any order", "甲州の葡萄が届きました", "届き 葡萄"],
    ["with what LIKE would take as its own", "達成率は100%_完了です\\", "100%_完了です\\"],
    ["by emoji", "おめでとう🎏", "🎏"],
  ])("%s", async (_, text, q) => {
    const sent = await say(sakura, text);
    expect(await find(kosaku, q)).toEqual([
      expect.objectContaining({ id: sent.id, number: sent.number, threadId, kind: "DIRECT" }),
    ]);
  });

  it("with who wrote it, what the conversation is called, and the words marked", async () => {
    await say(chinatsu, "紫陽花が咲きました", groupId);
    const [hit] = await find(sakura, "陽花が");
    expect(hit).toMatchObject({
      kind: "GROUP",
      threadName: "触媒の会",
      author: { memberId: chinatsu.memberId },
      excerpt: [
        { text: "紫", hit: false },
        { text: "陽花が", hit: true },
        { text: "咲きました", hit: false },
      ],
    });
  });
});

describe("nothing is found", () => {
  it("for no words, blank ones, and signs that stand for others elsewhere", async () => {
    await say(sakura, "霧ヶ峰の朝");
    for (const q of ["", " 　", "-", "霧%峰", "霧_峰"]) expect(await find(sakura, q)).toEqual([]);
  });

  it("of what was deleted, nor of the words before an edit", async () => {
    const gone = await say(sakura, "取り消す翡翠");
    await deleteMessage(sakura, { threadId, number: gone.number });
    const changed = await say(sakura, "琥珀だった");
    await editMessage(sakura, { threadId, number: changed.number, text: "瑪瑙になった", mentions: [] });
    expect(await find(kosaku, "翡翠")).toEqual([]);
    expect(await find(kosaku, "琥珀")).toEqual([]);
    expect(texts(await find(kosaku, "瑪瑙"))).toEqual(["瑪瑙になった"]);
  });

  it("of notices", async () => {
    expect(await find(sakura, "触媒の会")).toEqual([]);
    expect(await find(sakura, "created")).toEqual([]);
  });

  it("in conversations of others", async () => {
    await say(sakura, "ふたりだけの琵琶湖");
    expect(await find(kosaku, "琵琶湖")).toHaveLength(1);
    expect(await find(chinatsu, "琵琶湖")).toEqual([]);
    expect(await find(await viewerOf(database, "koji", "aoba"), "琵琶湖")).toEqual([]);
  });

  it("by one who was barred from the conversation", async () => {
    await say(sakura, "閉ざされた洞爺湖");
    await standAs("BARRED");
    try {
      expect(await find(kosaku, "洞爺湖")).toEqual([]);
      await expect(find(kosaku, "洞爺湖", threadId)).rejects.toThrow(NotFound);
    } finally {
      await standAs("ACTIVE");
    }
    expect(await find(kosaku, "洞爺湖")).toHaveLength(1);
  });

  const standAs = (state: string) =>
    database.asOwner("UPDATE chat_participants SET state = $3 WHERE thread_id = $1 AND member_id = $2", [
      threadId,
      kosaku.memberId,
      state,
    ]);
});

describe("within one conversation", () => {
  it("only its messages are found", async () => {
    await say(sakura, "両方の苗場");
    await say(sakura, "両方の苗場", groupId);
    expect(await find(sakura, "苗場")).toHaveLength(2);
    expect((await find(sakura, "苗場", groupId)).map((hit) => hit.threadId)).toEqual([groupId]);
  });

  it("anyone who is not in it finds no such conversation", async () => {
    await expect(searchMessages(kosaku, { q: "苗場", threadId: groupId })).rejects.toThrow(NotFound);
    await expect(searchMessages(kosaku, { q: "", threadId: groupId })).rejects.toThrow(NotFound);
  });
});

it("comes in pages, the newest first, each message once", async () => {
  for (let index = 0; index < 45; index++) await say(index % 2 ? sakura : kosaku, `那須 ${index}`);
  const found: MessageHit[] = [];
  for (let more = true; more; ) {
    const last = found.at(-1);
    const before = last && { sentAt: last.sentAt, id: last.id };
    const page = await searchMessages(sakura, { q: "那須", before });
    expect(page.hits.length).toBeLessThanOrEqual(20);
    found.push(...page.hits);
    more = page.more;
  }
  const sent = Array.from({ length: 45 }, (_, index) => `那須 ${index}`);
  expect(texts(found).sort()).toEqual(sent.sort());
  // Those of one millisecond stand in any order.
  const times = found.map(({ sentAt }) => sentAt);
  expect(times).toEqual(times.toSorted().reverse());
});
