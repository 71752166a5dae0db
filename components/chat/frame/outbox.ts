import type { Answer } from "#components/live/live-request.ts";
import { createListeners } from "#components/ui/listeners.ts";
import type { SendMessage } from "#lib/chat/input.ts";
import type { ChatFile, ChatLine, Quote } from "#lib/chat/schema.ts";
import { newId } from "#lib/ids.ts";
import { type KeptLines, type LinesByThread, messageOf, type PendingLine } from "./kept-lines.ts";

export type Send = (message: SendMessage) => Promise<Answer<ChatLine>>;
/** Runs `work` under a lock that all tabs of this browser share. */
export type TakeTurn = (name: string, work: () => Promise<void>) => Promise<void>;
export type Written = { text: string; quote?: Quote | null; mentions?: string[]; files?: ChatFile[] };
export type Outbox = ReturnType<typeof createOutbox>;

type OutboxOptions = { kept: KeptLines; deliver: Send; takeTurn?: TakeTurn };
type Refused = Extract<Answer<ChatLine>, { ok: false }>;

/** Milliseconds until what could not be sent is tried again. */
const retryMs = { first: 2_000, max: 30_000 };

/**
 * Sends what one member has written on this device, in all threads at once, and within each one line after another in the order in
 * which they were written. What cannot be sent now is tried again later, and whenever `send` is called; what the server refuses is
 * set aside.
 */
export function createOutbox({ kept, deliver, takeTurn = (_, work) => work() }: OutboxOptions) {
  const changes = createListeners();
  const sent = createListeners<[ChatLine]>();
  const sending = new Set<string>();
  const failures = new Map<string, number>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Until when the server has limited a thread (TooMany). */
  const silent = new Map<string, number>();
  let lines: LinesByThread = new Map();
  let closed = false;

  function send(): void {
    closed = false;
    refresh();
    for (const threadId of lines.keys()) if (nextOf(threadId)) void sendThread(threadId);
  }

  async function sendThread(threadId: string): Promise<void> {
    if (closed || sending.has(threadId) || (silent.get(threadId) ?? 0) > Date.now()) return;
    sending.add(threadId);
    clearTimeout(timers.get(threadId));
    await takeTurn(threadId, async () => {
      try {
        await sendLines(threadId);
      } finally {
        // Before the lock is released: a line written from now on has to take it again.
        sending.delete(threadId);
      }
    });
  }

  async function sendLines(threadId: string): Promise<void> {
    refresh();
    for (let line = nextOf(threadId); line && !closed; line = nextOf(threadId)) {
      const answer = await deliver(messageOf(threadId, line));
      if (answer.ok) settle([answer.data]);
      else if (isFinal(answer)) put(threadId, { ...line, refused: reasonOf(answer) });
      else return tryLater(threadId, answer);
      failures.delete(threadId);
      refresh();
    }
  }

  function tryLater(threadId: string, answer: Refused): void {
    if (closed) return;
    const failed = failures.get(threadId) ?? 0;
    failures.set(threadId, failed + 1);
    let wait = Math.min(retryMs.first * 2 ** failed, retryMs.max);
    if (answer.code === "too-many") {
      wait = answer.retryAfter * 1_000;
      silent.set(threadId, Date.now() + wait);
    }
    timers.set(
      threadId,
      setTimeout(() => void sendThread(threadId), wait),
    );
  }

  /** Lets go of what is known to be committed, whichever screen sent it. */
  function settle(committed: readonly ChatLine[]): void {
    const held = committed.filter(({ threadId, clientId }) => find(threadId, clientId));
    if (held.length === 0) return;
    for (const line of held) {
      sent.emit(line);
      kept.drop(line.threadId, line.clientId);
    }
    refresh();
  }

  function put(threadId: string, line: PendingLine): void {
    // The user withdrew it while it was being sent: keep it withdrawn.
    if (find(threadId, line.clientId)) kept.keep(threadId, line);
    refresh();
  }

  function refresh(): void {
    const now = kept.all();
    if (isSame(now, lines)) return;
    lines = now;
    changes.emit();
  }

  function nextOf(threadId: string): PendingLine | undefined {
    return lines.get(threadId)?.find(({ refused }) => refused === undefined);
  }

  function find(threadId: string, clientId: string): PendingLine | undefined {
    return lines.get(threadId)?.find((line) => line.clientId === clientId);
  }

  return {
    send,
    settle,
    /** The lines that are not known to be committed; the same Map object until something changes. */
    lines: () => lines,

    write(threadId: string, { text, quote = null, mentions = [], files = [] }: Written): PendingLine {
      refresh();
      const last = lines.get(threadId)?.at(-1);
      const now = Math.max(Date.now(), last ? Date.parse(last.writtenAt) + 1 : 0);
      const line = {
        clientId: newId(),
        text,
        writtenAt: new Date(now).toISOString(),
        quote,
        mentions,
        files,
      };
      kept.keep(threadId, line);
      refresh();
      void sendThread(threadId);
      return line;
    },

    withdraw(threadId: string, clientId: string): void {
      kept.drop(threadId, clientId);
      refresh();
    },

    subscribe: changes.subscribe,
    /** Called with each line of this outbox that is committed, before it is let go. */
    onSent: sent.subscribe,

    /** Tries no more, until `send` is called. */
    close(): void {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

function isFinal({ code }: Refused): boolean {
  return code === "invalid" || code === "not-found";
}

/** A key of errors.json. */
function reasonOf(answer: Refused): string {
  if (answer.code !== "invalid") return answer.code;
  return Object.values(answer.fields)[0] ?? answer.code;
}

function isSame(one: LinesByThread, other: LinesByThread): boolean {
  return one.size === other.size && JSON.stringify([...one]) === JSON.stringify([...other]);
}
