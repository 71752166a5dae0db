import { isText, listOf } from "#lib/shapes.ts";
import { attempt, deviceStorage, tabStorage } from "./browser-storage.ts";

const kept = /^okaeri:([0-9a-f-]{36}):key$/;
const maxAsked = 20;
const isIds = listOf(isText);

/** Asks for whom this device keeps something that are no members any more, and removes all of theirs: drafts, and lines that wait. */
export async function forgetEnded(device = deviceStorage(), tab = tabStorage()): Promise<void> {
  const keys = namesIn(device).flatMap((name) =>
    kept.test(name) ? (attempt(() => device?.getItem(name)) ?? []) : [],
  );
  if (keys.length === 0) return;
  for (let at = 0; at < keys.length; at += maxAsked) {
    const answer = await fetch("/api/memberships/ended", {
      method: "POST",
      body: JSON.stringify({ keys: keys.slice(at, at + maxAsked) }),
    });
    const ended: unknown = answer.ok ? await answer.json() : [];
    if (!isIds(ended)) return;
    for (const memberId of ended) for (const storage of [device, tab]) forgetMember(storage, memberId);
  }
}

/** The key goes last, the next time: a tab that sleeps may put something down yet. */
function forgetMember(storage: Storage | undefined, memberId: string): void {
  const own = namesIn(storage).filter((name) => name.startsWith(`okaeri:${memberId}:`));
  for (const name of own) if (own.length === 1 || !kept.test(name)) attempt(() => storage?.removeItem(name));
}

function namesIn(storage: Storage | undefined): string[] {
  return attempt(() => Object.keys(storage ?? {})) ?? [];
}
