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
  const answer = await fetch("/api/memberships/ended", {
    method: "POST",
    body: JSON.stringify({ keys: keys.slice(0, maxAsked) }),
  });
  const ended: unknown = answer.ok ? await answer.json() : [];
  if (!isIds(ended)) return;
  for (const memberId of ended) for (const storage of [device, tab]) forgetMember(storage, memberId);
}

function forgetMember(storage: Storage | undefined, memberId: string): void {
  for (const name of namesIn(storage))
    if (name.startsWith(`okaeri:${memberId}:`)) attempt(() => storage?.removeItem(name));
}

function namesIn(storage: Storage | undefined): string[] {
  return attempt(() => Object.keys(storage ?? {})) ?? [];
}
