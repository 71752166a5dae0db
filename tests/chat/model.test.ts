import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { createCatchUp } from "#components/chat/state/catch-up.ts";
import { type ConversationEvent, openConversation } from "#components/chat/state/conversation-state.ts";
import { createConversationStore } from "#components/chat/state/conversation-store.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { deleteMessage, editMessage, setReaction } from "#lib/chat/changes.ts";
import { createGroup } from "#lib/chat/groups.ts";
import { findConversation, sendMessage } from "#lib/chat/messages.ts";
import { markRead } from "#lib/chat/places.ts";
import type { SharedMark } from "#lib/chat/schema.ts";
import { listChanges } from "#lib/chat/sync.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let members: Viewer[];

beforeAll(async () => {
  members = [
    await viewerOf(database, "sakura", "aoba"),
    await viewerOf(database, "kosaku", "aoba"),
    await viewerOf(database, "yuki", "aoba"),
  ];
});

/** A member's open conversation, by the code of components/chat; what it is told is under way until the test lets it arrive. */
async function openScreen(viewer: Viewer, threadId: string) {
  const { thread, page } = await findConversation(viewer, threadId);
  const store = createConversationStore(openConversation(viewer.memberId, page, thread));
  const underWay: ConversationEvent[] = [];
  const catchUp = createCatchUp(store, async (after) => ({
    ok: true,
    data: await listChanges(viewer, threadId, after),
  }));
  return { viewer, store, underWay, catchUp };
}
type Screen = Awaited<ReturnType<typeof openScreen>>;

/** What a page that is opened now would show, of what a screen can know. */
function shown({ store }: Screen) {
  const { lines, readNumber, revision, seen } = store.get();
  return { lines, readNumber, revision, seen: byMember(seen) };
}

function byMember(marks: readonly SharedMark[]): SharedMark[] {
  return marks.toSorted((a, b) => a.memberId.localeCompare(b.memberId));
}

const kinds = ["send", "reply", "edit", "remove", "react", "read", "sync", "open"] as const;
const fates = ["arrives", "arrives", "is late", "is lost", "comes twice"] as const;
type Step = { kind: (typeof kinds)[number]; fate: (typeof fates)[number]; who: number; chance: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  fate: fc.constantFrom(...fates),
  who: fc.nat(2),
  chance: fc.nat(1_000),
});

/** What a member does to a thread, by the domain's own functions; what they may not do is refused, and changes nothing. */
async function act(
  viewer: Viewer,
  { threadId, lastNumber }: { threadId: string; lastNumber: number },
  { kind, chance }: Step,
): Promise<ConversationEvent[]> {
  const number = 1 + (chance % lastNumber);
  const message = { threadId, clientId: crypto.randomUUID(), text: `${chance}番`, mentions: [], files: [] };
  switch (kind) {
    case "send":
      return [{ type: "acknowledged", line: await sendMessage(viewer, message) }];
    case "reply":
      return [{ type: "acknowledged", line: await sendMessage(viewer, { ...message, quoted: number }) }];
    case "edit":
      await editMessage(viewer, { threadId, number, text: `直しました ${chance}`, mentions: [] }).catch(
        isRefused,
      );
      return [];
    case "remove":
      await deleteMessage(viewer, { threadId, number }).catch(isRefused);
      return [];
    case "react":
      await setReaction(viewer, {
        threadId,
        number,
        emoji: chance % 2 ? "👍" : "🎉",
        on: chance % 3 > 0,
      }).catch(isRefused);
      return [];
    case "read":
      await markRead(viewer, threadId, number);
      return [{ type: "read", number }];
    default:
      return [];
  }
}

function isRefused(error: unknown): void {
  expect(error).toMatchObject({ code: expect.stringMatching(/not-found|invalid/) });
}

it("a screen built from what was told, in whatever order, equals one opened again", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const [first, ...others] = members;
      if (!first) throw new Error("nobody is there");
      const memberIds = others.map(({ memberId }) => memberId);
      const threadId = await createGroup(first, { name: "模型", memberIds });
      const screens = await Promise.all(
        [...members, ...members].map((viewer) => openScreen(viewer, threadId)),
      );
      let told = screens[0]?.store.get().revision ?? 0;
      // The notice that it was made.
      let lastNumber = 1;

      for (const taken of steps) {
        const screen = screens[taken.who + (taken.chance % 2 ? members.length : 0)];
        if (!screen) throw new Error("there is no such screen");
        const { viewer } = screen;
        if (taken.kind === "sync") await screen.catchUp();
        if (taken.kind === "open") screens[screens.indexOf(screen)] = await openScreen(viewer, threadId);
        const answers = await act(viewer, { threadId, lastNumber }, taken);
        // As the sidecar does it: read once, and told to all.
        const { revision: to, lines } = await listChanges(viewer, threadId, told);
        const push: ConversationEvent = { type: "pushed", push: { from: told, to, lines } };
        told = to;
        lastNumber = Math.max(lastNumber, ...lines.map(({ number }) => number));
        for (const one of screens) {
          const own = one.viewer === viewer;
          const events = [push, ...(own ? answers : answers.flatMap((answer) => seenBy(answer, viewer)))];
          for (const event of events) pass(one, event, taken);
        }
      }

      for (const screen of screens) {
        await screen.catchUp();
        expect(shown(screen)).toEqual(shown(await openScreen(screen.viewer, threadId)));
      }
    }),
    { numRuns: 8 },
  );
});

function seenBy(answer: ConversationEvent, { memberId }: Viewer): ConversationEvent[] {
  return answer.type === "read" ? [{ type: "seen", mark: { memberId, number: answer.number } }] : [];
}

function pass({ store, underWay }: Screen, event: ConversationEvent, { fate, chance }: Step): void {
  if (fate === "is lost") return;
  underWay.push(event);
  if (fate === "is late") return;
  const [arriving] = underWay.splice(chance % underWay.length, 1);
  for (let count = fate === "comes twice" ? 2 : 1; count > 0; count--) if (arriving) store.dispatch(arriving);
}

it("two tabs that race their read marks agree, and neither goes back", async () => {
  const [sakura, kosaku] = members;
  if (!sakura || !kosaku) throw new Error("nobody is there");
  const threadId = await openDirectThread(sakura, kosaku.memberId);
  for (let count = 0; count < 12; count++)
    await sendMessage(sakura, {
      threadId,
      clientId: crypto.randomUUID(),
      text: `${count}`,
      mentions: [],
      files: [],
    });
  const tabs = await Promise.all([openScreen(kosaku, threadId), openScreen(kosaku, threadId)]);
  const last = tabs[0]?.store.get().lines.at(-1)?.number ?? 0;
  const marks = Array.from({ length: 10 }, (_, index) => last - index);
  const shownMarks: number[][] = tabs.map(() => []);
  tabs.forEach(({ store }, tab) => {
    store.subscribe(() => shownMarks[tab]?.push(store.get().readNumber));
  });
  await Promise.all(
    marks.toReversed().map(async (number, index) => {
      await markRead(kosaku, threadId, number);
      tabs[index % 2]?.store.dispatch({ type: "read", number });
      // The other tab hears of it in an order of its own.
      tabs[(index + 1) % 2]?.underWay.unshift({ type: "read", number });
    }),
  );
  for (const [tab, { store, underWay, catchUp }] of tabs.entries()) {
    for (const event of underWay) store.dispatch(event);
    await catchUp();
    expect(store.get().readNumber).toBe(last);
    expect(shownMarks[tab]).toEqual(shownMarks[tab]?.toSorted((a, b) => a - b));
  }
  const hers = await openScreen(sakura, threadId);
  expect(hers.store.get().seen).toEqual([{ memberId: kosaku.memberId, number: last }]);
});
