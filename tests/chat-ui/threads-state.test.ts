import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isInDoubt,
  nextThreads,
  openThreads,
  type ThreadsEvent,
} from "#components/chat/threads/threads-state.ts";
import { createThreadsStore } from "#components/chat/threads/threads-store.ts";
import { offline } from "#components/live/live-request.ts";
import { foldedAuthor } from "#lib/chat/folds.ts";
import type { ChatLine, ThreadCard } from "#lib/chat/schema.ts";
import { idOf, line, me, other } from "./lines.ts";

const [a, b] = [idOf(1), idOf(2)];

function card(id: string, number: number, unread: number, more: Partial<ThreadCard> = {}): ThreadCard {
  const { text, authorId, sentAt, revision, deleted, notice } = line(number);
  return {
    id,
    kind: "DIRECT",
    name: `person ${id}`,
    people: [],
    picture: null,
    standing: "open",
    last: { text, authorId, author: null, sentAt, number, revision, deleted, notice, files: 0 },
    unread,
    readNumber: number - unread,
    muted: false,
    pinned: false,
    archived: false,
    ...more,
  };
}
function told(threadId: string, number: number, more: Partial<ChatLine> = {}): ThreadsEvent {
  const lines = [{ ...line(number), threadId, ...more }];
  return { type: "changed", push: { threadId, lines }, viewerId: me };
}
const look = (threads: readonly ThreadCard[]) =>
  threads.map(({ id, last, unread }) => [id, last?.number, unread]);

const threads = openThreads([card(a, 20, 0), card(b, 10, 1)]);

test("a new line moves its thread up and counts", () => {
  expect(look(nextThreads(threads, told(b, 30)))).toEqual([
    [b, 30, 21],
    [a, 20, 0],
  ]);
  expect(nextThreads(threads, told(a, 21))[0]?.last?.text).toBe("line 21");
});

test("a folded line moves its thread up and counts nothing, changed neither", () => {
  const folded = nextThreads(threads, told(a, 21, { authorId: foldedAuthor }));
  const edited = nextThreads(folded, told(a, 21, { authorId: foldedAuthor, revision: 22 }));
  for (const next of [folded, edited]) expect(look(next)[0]).toEqual([a, 21, 0]);
});

test("pinned threads stay above the others", () => {
  const pinned = openThreads([card(a, 20, 0), card(b, 10, 0, { pinned: true }), card(idOf(3), 15, 0)]);
  expect(look(nextThreads(pinned, told(a, 30)))).toEqual([
    [b, 10, 0],
    [a, 30, 10],
    [idOf(3), 15, 0],
  ]);
});

test("one's own line, from any of one's screens, reads the thread", () => {
  expect(look(nextThreads(threads, told(b, 11, { authorId: me })))[1]).toEqual([b, 11, 0]);
});

test("a request counts nothing before it is answered", () => {
  expect(look(nextThreads(openThreads([card(a, 1, 0, { standing: "asked" })]), told(a, 2)))).toEqual([
    [a, 2, 0],
  ]);
});

test("an archived thread comes back with a message, not with a notice", () => {
  const archived = openThreads([card(a, 20, 0, { archived: true })]);
  expect(nextThreads(archived, told(a, 21, { notice: { type: "left" } }))[0]?.archived).toBe(true);
  expect(nextThreads(archived, told(a, 21))[0]?.archived).toBe(false);
});

test("who wrote the last line is told by the list, and of a push by what the card knows", () => {
  const face = {
    memberId: idOf(50),
    kind: "ALUMNUS" as const,
    displayName: "斎藤 一郎",
    kana: null,
    formerName: null,
    monogram: "斎",
    headline: null,
  };
  const { last, ...group } = card(a, 20, 0, { kind: "GROUP", people: [face] });
  const listed = openThreads([{ ...group, last: last && { ...last, author: "村上 浩二" } }]);
  const authorAfter = (...events: ThreadsEvent[]) => events.reduce(nextThreads, listed)[0]?.last?.author;
  expect(authorAfter(told(a, 21))).toBe("村上 浩二");
  expect(authorAfter(told(a, 21, { authorId: face.memberId }))).toBe("斎藤 一郎");
  expect(authorAfter(told(a, 21, { authorId: idOf(51) }))).toBeNull();
  expect(authorAfter(told(a, 21, { authorId: idOf(51) }), told(a, 22))).toBeNull();
});

test("the last line changes where it stands", () => {
  const edited = nextThreads(threads, told(a, 20, { text: "edited", revision: 40 }));
  expect(edited.map(({ last }) => last?.text)).toEqual(["edited", "line 10"]);
  const removed = nextThreads(edited, told(a, 20, { text: "", deleted: true, revision: 41 }));
  expect(removed[0]).toMatchObject({ unread: 0, last: { text: "", deleted: true } });
});

test("a line before the last one, or of another thread, changes nothing", () => {
  expect(nextThreads(threads, told(b, 9))).toEqual(threads);
  expect(nextThreads(threads, told(idOf(3), 9))).toEqual(threads);
});

test("the read mark lowers the count, and never goes back or below nothing", () => {
  const unread = openThreads([card(a, 20, 5)]);
  expect(look(nextThreads(unread, { type: "read", threadId: a, number: 18 }))).toEqual([[a, 20, 2]]);
  expect(look(nextThreads(unread, { type: "read", threadId: a, number: 3 }))).toEqual([[a, 20, 5]]);
  expect(look(nextThreads(unread, { type: "read", threadId: a, number: 99 }))).toEqual([[a, 20, 0]]);
});

test("a notice is read with what stands before it", () => {
  const notice = told(a, 21, { notice: { type: "picture" } });
  expect(look(nextThreads(openThreads([card(a, 20, 0)]), notice))).toEqual([[a, 21, 0]]);
  expect(look(nextThreads(openThreads([card(a, 20, 5)]), notice))).toEqual([[a, 21, 6]]);
});

test("what is deleted is not unread: of the last line that is known, of others asked", () => {
  const unread = openThreads([card(a, 20, 5)]);
  const gone = (number: number, revision: number) => told(a, number, { deleted: true, revision });
  expect(look(nextThreads(unread, gone(20, 30)))).toEqual([[a, 20, 4]]);
  expect(look([gone(20, 30), gone(20, 30), gone(20, 31)].reduce(nextThreads, unread))).toEqual([[a, 20, 4]]);
  expect(look(nextThreads(unread, gone(21, 30)))).toEqual([[a, 21, 5]]);
  expect(look(nextThreads(openThreads([card(a, 20, 0)]), gone(20, 30)))).toEqual([[a, 20, 0]]);
  expect(isInDoubt(unread, gone(18, 30))).toBe(true);
  expect(isInDoubt(unread, gone(15, 30))).toBe(false);
  expect(isInDoubt(unread, told(a, 21))).toBe(false);
});

test("a card with deleted lines knows what is unread after a mark within them only from the server", () => {
  const some = openThreads([card(a, 20, 3, { readNumber: 10 })]);
  const read = (number: number): ThreadsEvent => ({ type: "read", threadId: a, number });
  expect(look(nextThreads(some, read(12)))).toEqual([[a, 20, 3]]);
  expect(isInDoubt(some, read(12))).toBe(true);
  expect(look(nextThreads(some, read(20)))).toEqual([[a, 20, 0]]);
  expect(isInDoubt(some, read(20))).toBe(false);
  expect(look(nextThreads(some, told(a, 21)))).toEqual([[a, 21, 4]]);
  const notice = told(a, 21, { notice: { type: "picture" } });
  expect(look(nextThreads(openThreads([card(a, 20, 0, { readNumber: 18 })]), notice))).toEqual([[a, 21, 0]]);
});

test("a thread that may no longer be read goes", () => {
  expect(look(nextThreads(threads, { type: "gone", threadId: a }))).toEqual([[b, 10, 1]]);
});

test("of a fetched list and what was told while it was fetched, the later holds", () => {
  const now = openThreads([card(a, 25, 0), card(b, 10, 0)]);
  const fetched = [card(b, 10, 1, { muted: true, name: "new" }), card(a, 20, 3), card(idOf(3), 22, 2)];
  const listed = nextThreads(now, { type: "listed", threads: fetched });
  expect(look(listed)).toEqual([
    [a, 25, 0],
    [idOf(3), 22, 2],
    [b, 10, 0],
  ]);
  expect(listed[2]).toMatchObject({ muted: true, name: "new" });
});

test("a list that is under way does not take a change of the last line back", () => {
  const now = nextThreads(threads, told(a, 20, { text: "edited", revision: 40 }));
  const listed = nextThreads(now, { type: "listed", threads });
  expect(listed[0]?.last?.text).toBe("edited");
});

test("the list is fetched once at a time, and once more when it was asked for meanwhile", async () => {
  let asked = 0;
  const store = createThreadsStore([], async () => ({ ok: true, data: [card(a, ++asked, 0)] }));
  await Promise.all([store.refetch(), store.refetch(), store.refetch()]);
  expect(asked).toBe(2);
  expect(look(store.get())).toEqual([[a, 2, 0]]);
});

test("what is known stays where nobody answers", async () => {
  const store = createThreadsStore(threads, async () => offline);
  await store.refetch();
  expect(store.get()).toEqual(threads);
});

test("one's mark and the line that it reads may come in any order", () => {
  const events: ThreadsEvent[] = [
    told(b, 11, { authorId: other }),
    { type: "read", threadId: b, number: 11 },
  ];
  for (const order of [events, events.toReversed()])
    expect(look(order.reduce(nextThreads, openThreads([card(b, 10, 0)])))).toEqual([[b, 11, 0]]);
});

test("pushes, marks and fetched lists in any order, some lost, end in what the server lists", () => {
  type Step = { kind: "line" | "mine" | "read" | "edit" | "list" | "arrive" | "lose"; chance: number };
  const kinds = ["line", "mine", "read", "edit", "list", "arrive", "arrive", "lose"] as const;
  const step: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom(...kinds), chance: fc.nat(1_000) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const server = new Map(
        [a, b].map((id) => [id, { id, number: 1, revision: 1, read: 0, text: "line 1" }]),
      );
      const listed = () =>
        [...server.values()].map(({ id, number, revision, read, text }) => {
          const { last, ...rest } = card(id, number, number - read);
          return { ...rest, last: last && { ...last, revision, text } };
        });
      let state = openThreads(listed());
      let underWay: ThreadsEvent[] = [];
      for (const { kind, chance } of steps) {
        const thread = server.get(chance % 2 ? a : b);
        if (!thread) continue;
        if (kind === "line" || kind === "mine") {
          thread.number += 1;
          thread.revision += 1;
          thread.text = `line ${thread.number}`;
          if (kind === "mine") thread.read = thread.number;
          underWay.push(
            told(thread.id, thread.number, {
              revision: thread.revision,
              authorId: kind === "mine" ? me : other,
            }),
          );
        }
        if (kind === "edit") {
          thread.revision += 1;
          thread.text = `edited ${chance}`;
          underWay.push(told(thread.id, thread.number, { revision: thread.revision, text: thread.text }));
        }
        if (kind === "read") {
          thread.read = Math.max(thread.read, 1 + (chance % thread.number));
          underWay.push({ type: "read", threadId: thread.id, number: thread.read });
        }
        if (kind === "list") underWay.push({ type: "listed", threads: listed() });
        if (kind === "arrive" || kind === "lose") {
          const [event] = underWay.splice(chance % Math.max(1, underWay.length), 1);
          if (event && kind === "arrive") state = nextThreads(state, event);
        }
      }
      underWay = [];
      state = nextThreads(state, { type: "listed", threads: listed() });
      const shown = (threads: readonly ThreadCard[]) =>
        threads.map(({ id, last, unread }) => [id, last?.number, last?.text, unread]);
      expect(shown(state)).toEqual(shown(openThreads(listed())));
    }),
    { numRuns: 1_000 },
  );
});
