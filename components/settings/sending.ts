import { type Answer, requestByHttp } from "#components/live/live-request.ts";
import { type ActionResult, refusalSchema } from "#lib/results.ts";

type Waiting = { choice: object; answer: Promise<Answer<void>> };

let before: Promise<unknown> = Promise.resolve();
const waiting = new Map<string, Waiting>();

/**
 * Sends what was chosen to a route that keeps it, in the order in which it was chosen, and resolves to the answer, or to `offline`. Of what
 * waits for its turn only the last choice of a thing is sent. It arrives though the page is left or closed meanwhile: what waits leaves
 * at once then, so that nothing of it may contradict the rest.
 */
export function sendChoice(address: string, choice: object): Promise<Answer<void>> {
  const thing = [address, ...Object.keys(choice).sort()].join(" ");
  const earlier = waiting.get(thing);
  if (earlier) {
    earlier.choice = choice;
    return earlier.answer;
  }
  const turn = Promise.race([before.then(nextTask), leaving()]);
  const answer = turn.then(() => {
    const last = waiting.get(thing)?.choice ?? choice;
    waiting.delete(thing);
    return requestByHttp(() => post(address, last));
  });
  waiting.set(thing, { choice, answer });
  before = answer;
  return answer;
}

function nextTask(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve));
}

function leaving(): Promise<unknown> {
  return new Promise((resolve) => addEventListener("pagehide", resolve, { once: true }));
}

async function post(address: string, choice: object): Promise<ActionResult<void>> {
  const body = JSON.stringify(choice);
  const response = await fetch(address, { method: "POST", body, keepalive: true });
  return response.ok ? { ok: true, data: undefined } : refusalSchema.parse(await response.json());
}
