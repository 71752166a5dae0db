import { type Answer, requestByHttp } from "#components/live/live-request.ts";
import { type ActionResult, isRefusal } from "#lib/results.ts";

let before: Promise<unknown> = Promise.resolve();

/**
 * Sends what was chosen to a route that keeps it, in the order in which it was chosen, and resolves to the answer, or to `offline`. It
 * arrives though the page is left or closed meanwhile: what waits for its turn leaves at once then.
 */
export function sendChoice(address: string, choice: object): Promise<Answer<void>> {
  const turn = Promise.race([before, leaving()]);
  const answer = turn.then(() => requestByHttp(() => post(address, choice)));
  before = answer;
  return answer;
}

function leaving(): Promise<unknown> {
  return new Promise((resolve) => addEventListener("pagehide", resolve, { once: true }));
}

async function post(address: string, choice: object): Promise<ActionResult<void>> {
  const body = JSON.stringify(choice);
  const response = await fetch(address, { method: "POST", body, keepalive: true });
  if (response.ok) return { ok: true, data: undefined };
  const refusal: unknown = await response.json();
  if (!isRefusal(refusal)) throw new Error("This is no answer of ours.");
  return refusal;
}
