import { quoteOf } from "#components/chat/state/shown-line.ts";
import type { ChatLine, ChatPage, SharedMark, ThreadChanges, ThreadPush } from "#lib/chat/schema.ts";
import { line, me, threadId } from "./lines.ts";

type Sizes = { page: number; sync: number; maxMissed: number };

/** A thread as the server has it: what it answers and tells is as of the moment. */
export class Table {
  revision = 0;
  readNumber = 0;
  readonly #marks = new Map<string, number>();
  readonly #hidden = new Set<string>();
  readonly #rows: ChatLine[] = [];
  readonly #quoted = new Map<number, number>();
  readonly #sizes: Sizes;

  constructor(sizes: Sizes) {
    this.#sizes = sizes;
  }

  get lastNumber(): number {
    return this.#rows.length;
  }

  send(authorId: string, client?: number, quoted?: number): ThreadPush {
    const number = this.lastNumber + 1;
    if (quoted !== undefined && quoted < number) this.#quoted.set(number, quoted);
    if (authorId === me) this.readNumber = number;
    this.#rows.push(line(number, authorId, client));
    return this.#change(number, {});
  }

  edit(number: number, text: string): ThreadPush {
    return this.#change(number, { text, editedAt: "2026-11-22T01:00:00.000Z" });
  }

  remove(number: number): ThreadPush {
    return this.#change(number, { text: "", deleted: true, reactions: [] });
  }

  react(number: number, emoji: string): ThreadPush {
    return this.#change(number, { reactions: [{ emoji, memberIds: [me] }] });
  }

  /** Moves another's mark, never back. Returns what is told of it. */
  see(memberId: string, number: number): SharedMark | undefined {
    this.#marks.set(memberId, Math.max(number, this.#marks.get(memberId) ?? 0));
    return this.seen.find((mark) => mark.memberId === memberId);
  }

  /** Another no longer shares their marks, or does again. */
  share(memberId: string, on: boolean): void {
    if (on) this.#hidden.delete(memberId);
    else this.#hidden.add(memberId);
  }

  get seen(): SharedMark[] {
    return [...this.#marks]
      .filter(([memberId]) => !this.#hidden.has(memberId))
      .map(([memberId, number]) => ({ memberId, number }));
  }

  /** What a page that is opened now would show. */
  lines(from = 1, to = this.lastNumber): ChatLine[] {
    return this.#rows.slice(from - 1, to).map((row) => this.#read(row));
  }

  pageBefore(before = this.lastNumber + 1): ChatPage {
    const from = Math.max(1, before - this.#sizes.page);
    return { lines: this.lines(from, before - 1), more: from > 1 };
  }

  pageAround(number: number): ChatPage & { newer: boolean } {
    const half = Math.ceil(this.#sizes.page / 2);
    const [from, to] = [Math.max(1, number - half), Math.min(this.lastNumber, number + half)];
    return { lines: this.lines(from, to), more: from > 1, newer: to < this.lastNumber };
  }

  changesAfter(after: number): ThreadChanges {
    const { readNumber, seen, revision } = this;
    const place = { readNumber, seen };
    if (revision - after > this.#sizes.maxMissed) {
      const { lines, more } = this.pageBefore();
      return { ...place, revision, lines, more: false, afresh: true, older: more };
    }
    const changed = this.#rows
      .filter((row) => row.revision > after)
      .toSorted((a, b) => a.revision - b.revision);
    const rows = changed.slice(0, this.#sizes.sync);
    const more = changed.length > rows.length;
    return {
      ...place,
      revision: more ? (rows.at(-1)?.revision ?? revision) : revision,
      lines: rows.map((row) => this.#read(row)),
      more,
      afresh: false,
      older: false,
    };
  }

  #change(number: number, change: Partial<ChatLine>): ThreadPush {
    const row = this.#rows[number - 1];
    if (!row) throw new Error(`there is no line ${number}`);
    const from = this.revision++;
    const changed = { ...row, ...change, revision: this.revision };
    this.#rows[number - 1] = changed;
    return { threadId, from, to: this.revision, lines: [this.#read(changed)] };
  }

  #read(row: ChatLine): ChatLine {
    const quoted = this.#rows[(this.#quoted.get(row.number) ?? 0) - 1];
    return quoted && !row.deleted ? { ...row, quote: quoteOf(quoted) } : row;
  }
}
