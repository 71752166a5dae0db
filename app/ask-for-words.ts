import { heldWords } from "#lib/i18n/held-words.ts";
import { isWords, type Words } from "#lib/i18n/pick-messages.ts";

const asked = new Map<string, Promise<Words>>();
const againAfterMs = 3_000;
const requestTimeoutMs = 20_000;

/** The words at an address, asked for once and until they come: without them nothing of a page runs. For a browser. */
export function askForWords(address: string): Promise<Words> {
  const coming = asked.get(address) ?? untilCome(address);
  asked.set(address, coming);
  return coming;
}

async function untilCome(address: string): Promise<Words> {
  const words = await ask(address);
  if (words) {
    heldWords().set(address, words);
    return words;
  }
  await waitForNetwork();
  return untilCome(address);
}

/** A while, or until there is a network again. */
async function waitForNetwork(): Promise<void> {
  const over = new AbortController();
  await new Promise((again) => {
    setTimeout(again, againAfterMs);
    addEventListener("online", again, { signal: over.signal });
  });
  over.abort();
}

async function ask(address: string): Promise<Words | null> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(requestTimeoutMs) });
    const words: unknown = answer.ok ? await answer.json() : null;
    return isWords(words) ? words : null;
  } catch {
    return null;
  }
}
