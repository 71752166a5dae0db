import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import type { SendMessage } from "#lib/chat/input.ts";
import type { ThreadPush } from "#lib/chat/schema.ts";
import { plainLine, type Sending, sendBatch } from "#lib/chat/send-batch.ts";
import { DatabaseAway } from "#lib/database-away.ts";
import { newId } from "#lib/ids.ts";
import { metrics } from "#lib/metrics.ts";
import { announce, publishesByNotify } from "#lib/publish.ts";

const maxAtOnce = 200;

type Waiting = Omit<Sending, "outcome"> & {
  settle: (sending: Sending) => void;
  fail: (error: unknown) => void;
};

type SentListener = (companyId: string, push: ThreadPush) => void;

const queue: Waiting[] = [];
/** The messages of a batch that failed, each of which is tried alone. */
const retries: Waiting[] = [];
/** Threads whose rows another process has locked, each with its own queue, so that other threads do not wait for them. */
const lanes = new Map<string, Waiting[]>();
let writing = false;
let onSent: SentListener | undefined;

/** Sets the listener that is called with each committed message, so that this process can deliver it before the event arrives. */
export function setSentListener(listener: SentListener): void {
  onSent = listener;
}

/**
 * Commits a message. Those that come while a commit is under way wait for it, and are then written together, by one statement.
 * Within a thread they stay in the order in which they were given.
 */
export function commitMessage(viewer: Viewer, message: SendMessage): Promise<Sending> {
  const end = metrics().commits.startTimer();
  return new Promise((settle, fail) => {
    const waiting: Waiting = {
      viewer,
      message,
      id: newId(),
      settle: (sending) => {
        end();
        settle(sending);
      },
      fail: (error) => {
        end();
        fail(error);
      },
    };
    const lane = lanes.get(message.threadId);
    if (lane) lane.push(waiting);
    else queue.push(waiting);
    if (!writing) void write();
  });
}

async function write(): Promise<void> {
  writing = true;
  while (queue.length > 0) await commit(byThread(queue.splice(0, maxAtOnce)), false);
  writing = false;
}

// Sorted by thread: two processes that lock the same threads in different orders would deadlock.
function byThread(batch: Waiting[]): Waiting[] {
  return batch.toSorted(
    (a, b) =>
      Number(a.message.threadId > b.message.threadId) - Number(a.message.threadId < b.message.threadId),
  );
}

/** Sends to a thread that is locked elsewhere: waits for the lock, with what is written to the thread meanwhile. */
async function writePatiently(threadId: string, lane: Waiting[]): Promise<void> {
  lanes.set(threadId, lane);
  while (lane.length > 0) await commit(lane.splice(0, maxAtOnce), true);
  lanes.delete(threadId);
}

/** Answers all of them, and returns why they failed, if they did. */
async function commit(batch: Waiting[], patient: boolean): Promise<unknown> {
  const byNotify = publishesByNotify();
  try {
    settle(batch, await sendBatch(batch, { patient, byNotify }), byNotify);
    return;
  } catch (error) {
    // One message of the batch may be the cause: try each alone, so that only that one fails.
    if (batch.length > 1 && !(error instanceof DatabaseAway)) return commitEach(batch, patient);
    for (const waiting of batch) waiting.fail(error);
    return error;
  }
}

/** Commits each alone, one after another. When the thread of one is locked, those behind it in that thread go into its lane. */
async function commitEach(batch: Waiting[], patient: boolean): Promise<void> {
  // A lane is one thread's, and in order as it is.
  const rest = patient ? [] : retries;
  rest.push(...batch);
  for (let next = rest.shift(); next; next = rest.shift()) {
    const failure = await commit([next], patient);
    // Each of the rest would run into the same timeout.
    if (failure instanceof DatabaseAway) for (const waiting of rest.splice(0)) waiting.fail(failure);
  }
}

function settle(batch: Waiting[], outcomes: Sending["outcome"][], byNotify: boolean): void {
  const held = new Map<string, Waiting[]>();
  const sent = new Map<string, Sending[]>();
  for (const [index, waiting] of batch.entries()) {
    const outcome = outcomes[index];
    if (!outcome) continue;
    const { threadId } = waiting.message;
    const sending = { ...waiting, outcome };
    if (outcome.outcome === "busy") held.set(threadId, [...(held.get(threadId) ?? []), waiting]);
    else waiting.settle(sending);
    if (outcome.outcome === "sent") sent.set(threadId, [...(sent.get(threadId) ?? []), sending]);
  }
  for (const sendings of sent.values()) tell(sendings, byNotify);
  for (const [threadId, lane] of held) {
    // What came to it meanwhile stays behind it.
    const later = [...take(retries, threadId), ...take(queue, threadId)];
    const other = lanes.get(threadId);
    if (other) other.push(...lane, ...later);
    else void writePatiently(threadId, [...lane, ...later]);
  }
}

function take(from: Waiting[], threadId: string): Waiting[] {
  const taken = from.filter(({ message }) => message.threadId === threadId);
  for (const waiting of taken) from.splice(from.indexOf(waiting), 1);
  return taken;
}

/** `sendings`: to one thread, in the order of their numbers. */
function tell(sendings: Sending[], byNotify: boolean): void {
  const [first] = sendings;
  const revisions = sendings.flatMap(({ outcome }) => outcome.revision ?? []);
  if (!first) return;
  const { companyId } = first.viewer;
  const { threadId } = first.message;
  const span = { threadId, from: Math.min(...revisions) - 1, to: Math.max(...revisions) };
  const lines = sendings.flatMap((sending) => plainLine(sending) ?? []);
  // Lines with a quote or files are incomplete here: receivers read them from the table.
  if (lines.length === sendings.length) onSent?.(companyId, { ...span, lines });
  if (!byNotify) void announce({ type: "thread:changed", companyId, ...span });
}
