import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ConversationEvent,
  type ConversationState,
  isBehind,
  nextConversation,
  openConversation,
} from "#components/chat/state/conversation-state.ts";
import { lastNumber } from "#components/chat/state/line-window.ts";
import type { SharedMark, ThreadPush } from "#lib/chat/schema.ts";
import { idOf, me, other, pending } from "./lines.ts";
import { Table } from "./table.ts";

const deeds = ["send", "sendMine", "quote", "edit", "remove", "react", "see", "share"] as const;
const questions = ["sync", "older", "newer", "around", "toNewest"] as const;
const fates = ["arrive", "repeat", "lose"] as const;
const kinds = [...deeds, ...questions, ...fates, "arrive", "arrive"] as const;

type Step = { kind: (typeof kinds)[number]; chance: number };

const step: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom(...kinds), chance: fc.nat(10_000) });

/** A screen over a table: what the table says is under way for a while, and arrives in any order, twice or not at all. */
class Screen {
  state: ConversationState;
  readonly table: Table;
  underWay: ConversationEvent[] = [];
  #syncing = false;
  #clients = 0;

  constructor(table: Table) {
    this.table = table;
    this.state = openConversation(me, table.pageBefore(), table);
  }

  take({ kind, chance }: Step): void {
    if (isOneOf(deeds, kind)) this.underWay.push(...this.#do(kind, chance));
    else if (isOneOf(questions, kind)) this.underWay.push(...this.#ask(kind, chance));
    else this.#pass(kind, chance);
  }

  /** Somebody does something: what is told of it. */
  #do(deed: (typeof deeds)[number], chance: number): ConversationEvent[] {
    const { table } = this;
    const number = 1 + (chance % Math.max(1, table.lastNumber));
    const memberId = idOf(800 + (chance % 3));
    if (deed === "send") return [told(table.send(other))];
    if (deed === "quote") return [told(table.send(other, undefined, number))];
    if (deed === "sendMine") return this.#sendMine();
    if (deed === "see") {
      const mark = table.see(memberId, number);
      return mark ? [{ type: "seen", mark }] : [];
    }
    if (deed === "share") {
      // What was told before they hid them has arrived.
      this.#arriveAll((event) => event.type === "seen");
      table.share(memberId, chance % 2 === 0);
      return [];
    }
    if (table.lastNumber === 0) return [];
    if (deed === "edit") return [told(table.edit(number, `edited ${chance}`))];
    if (deed === "remove") return [told(table.remove(number))];
    return [told(table.react(number, chance % 2 ? "👍" : "🎉"))];
  }

  #sendMine(): ConversationEvent[] {
    const client = ++this.#clients;
    this.#hear({ type: "waiting", lines: [...this.state.pending, pending(client)] });
    const push = this.table.send(me, client);
    return [told(push), ...push.lines.map((line) => ({ type: "acknowledged", line }) as const)];
  }

  /** The screen asks for something: the answer, as of now. */
  #ask(question: (typeof questions)[number], chance: number): ConversationEvent[] {
    const { table } = this;
    const { revision: asked, seen, opening, before, older, newer } = this.state;
    if (question === "sync") {
      // One at a time, as catch-up.ts does.
      if (this.#syncing) return [];
      this.#syncing = true;
      return [{ type: "synced", changes: table.changesAfter(asked), asked: seen }];
    }
    if (question === "older") {
      return older ? [{ type: "older", page: table.pageBefore(before + 1), opening }] : [];
    }
    if (question === "newer") {
      const page = table.pageAround(lastNumber(this.state) + 1);
      return newer ? [{ type: "newer", page, opening }] : [];
    }
    const page =
      question === "around"
        ? table.pageAround(1 + (chance % Math.max(1, table.lastNumber)))
        : { ...table.pageBefore(), newer: false };
    return [{ type: "opened", page, asked, opening }];
  }

  #pass(fate: (typeof fates)[number], chance: number): void {
    const index = chance % Math.max(1, this.underWay.length);
    const event = this.underWay[index];
    if (!event || (fate === "repeat" && event.type === "synced")) return;
    if (fate !== "repeat") this.underWay.splice(index, 1);
    if (fate !== "lose") this.#hear(event);
    else if (event.type === "synced") this.#syncing = false;
  }

  /** What catching up does, with all that is still under way. */
  catchUp(): void {
    this.#arriveAll(() => true);
    for (let left = 200; left > 0; left--) {
      const { revision, seen } = this.state;
      const changes = this.table.changesAfter(revision);
      this.#hear({ type: "synced", changes, asked: seen });
      if (!changes.more && !isBehind(this.state)) return;
    }
    throw new Error("it does not catch up");
  }

  #arriveAll(which: (event: ConversationEvent) => boolean): void {
    const arriving = this.underWay.filter(which);
    this.underWay = this.underWay.filter((event) => !which(event));
    for (const event of arriving) this.#hear(event);
  }

  #hear(event: ConversationEvent): void {
    if (event.type === "synced") this.#syncing = false;
    this.state = nextConversation(this.state, event);
    const { lines, before, readNumber } = this.state;
    // At every moment: no gap, no double.
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => before + 1 + index));
    expect(readNumber).toBeLessThanOrEqual(this.table.readNumber);
  }
}

test("a screen that was told of everything late, twice, in another order or not at all equals one opened again", () => {
  fc.assert(
    fc.property(fc.nat(12), fc.array(step, { maxLength: 80 }), (written, steps) => {
      const table = new Table({ page: 5, sync: 4, maxMissed: 14 });
      for (let count = 0; count < written; count++)
        table.send(other, undefined, count > 3 ? count - 2 : undefined);
      const screen = new Screen(table);
      for (const taken of steps) screen.take(taken);
      screen.catchUp();
      const { state } = screen;
      expect(state.lines).toEqual(table.lines(state.before + 1, lastNumber(state)));
      expect(state.older).toBe(state.before > 0);
      if (!state.newer) expect(lastNumber(state)).toBe(table.lastNumber);
      expect(state.revision).toBe(table.revision);
      expect(state.readNumber).toBe(table.readNumber);
      expect(byMember(state.seen)).toEqual(byMember(table.seen));
    }),
    { numRuns: 3_000 },
  );
});

test("from any part of it one comes to the whole of the thread, page by page", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const table = new Table({ page: 5, sync: 4, maxMissed: 14 });
      for (let count = 0; count < 8; count++) table.send(other);
      const screen = new Screen(table);
      for (const taken of steps) screen.take(taken);
      screen.catchUp();
      for (let left = 100; left > 0 && (screen.state.older || screen.state.newer); left--) {
        screen.take({ kind: "older", chance: 0 });
        screen.take({ kind: "newer", chance: 0 });
        screen.catchUp();
      }
      expect(screen.state.lines).toEqual(table.lines());
      expect(screen.state.pending).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

function byMember(marks: readonly SharedMark[]): SharedMark[] {
  return marks.toSorted((a, b) => a.memberId.localeCompare(b.memberId));
}

function told(push: ThreadPush): ConversationEvent {
  return { type: "pushed", push };
}

function isOneOf<Kind extends string>(some: readonly Kind[], kind: string): kind is Kind {
  return some.some((one) => one === kind);
}
