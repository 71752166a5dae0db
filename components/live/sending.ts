import { type ActionResult, isRefusal } from "#lib/results.ts";
import { type Answer, requestByHttp } from "./live-request.ts";

/** What is chosen for one address, and waits until what is on its way is answered. */
type Line = { sending: boolean; waiting: Parcel | null };
type Parcel = { choice: object; answer: Promise<Answer<void>>; settle: (answer: Answer<void>) => void };

const lines = new Map<string, Line>();

/**
 * Sends what was chosen to a route that keeps it, and resolves to the answer, or to `offline`. What is chosen in one moment goes as one, as
 * does what is chosen while a request is on its way: of what was chosen twice the last. As the page is left what waits leaves at once, together with what is on its way, which is called
 * back; only what the server has begun by then may still end after it.
 */
export function sendChoice(address: string, choice: object): Promise<Answer<void>> {
  const line = lines.get(address) ?? { sending: false, waiting: null };
  lines.set(address, line);
  line.waiting = withChoice(line.waiting, choice);
  const { answer } = line.waiting;
  if (!line.sending) void sendAll(address, line);
  return answer;
}

function withChoice(waiting: Parcel | null, choice: object): Parcel {
  if (waiting) return { ...waiting, choice: joinChoices(waiting.choice, choice) };
  const { promise: answer, resolve: settle } = Promise.withResolvers<Answer<void>>();
  return { choice, answer, settle };
}

/** Two as one, and so what of each stands in an object of one name. */
function joinChoices(one: object, other: object): object {
  const parts = Object.entries(other).map(([name, value]) => {
    const before: unknown = Reflect.get(one, name);
    return [name, isObject(before) && isObject(value) ? { ...before, ...value } : value];
  });
  return { ...one, ...Object.fromEntries(parts) };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

async function sendAll(address: string, line: Line): Promise<void> {
  line.sending = true;
  // Two requests of one moment could end in either order.
  await Promise.resolve();
  while (line.waiting) {
    const { waiting } = line;
    line.waiting = null;
    await send(address, line, waiting);
  }
  line.sending = false;
}

async function send(address: string, line: Line, { choice, settle }: Parcel): Promise<void> {
  const call = new AbortController();
  let last: Promise<Answer<void>> | undefined;
  const leave = () => {
    if (!line.waiting) return;
    const { waiting } = line;
    line.waiting = null;
    last = requestByHttp(() => post(address, joinChoices(choice, waiting.choice)));
    void last.then(waiting.settle);
    call.abort();
  };
  addEventListener("pagehide", leave);
  const answer = await requestByHttp(() => post(address, choice, call.signal));
  removeEventListener("pagehide", leave);
  settle(last ? await last : answer);
}

async function post(address: string, choice: object, signal?: AbortSignal): Promise<ActionResult<void>> {
  const body = JSON.stringify(choice);
  const response = await fetch(address, { method: "POST", body, keepalive: true, signal });
  if (response.ok) return { ok: true, data: undefined };
  const refusal: unknown = await response.json();
  if (!isRefusal(refusal)) throw new Error("This is no answer of ours.");
  return refusal;
}
