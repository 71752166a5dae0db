import type { Viewer } from "#lib/auth/schema.ts";
import { makeTakeout } from "#lib/takeout/making.ts";
import { findTakeout, openTakeout, startTakeout } from "#lib/takeout/takeouts.ts";
import { runDueTasks } from "#lib/work/running.ts";
import { unzip } from "./unzip.ts";

export const kinds = { takeout: makeTakeout };

/** Makes a takeout of the viewer's as a worker does, and returns the id of its file. */
export async function makeOne(viewer: Viewer): Promise<string> {
  await startTakeout(viewer);
  await runDueTasks(kinds, new AbortController().signal);
  return readyOf(viewer);
}

export async function readyOf(viewer: Viewer): Promise<string> {
  const { ready } = await findTakeout(viewer);
  if (!ready) throw new Error("no takeout is there");
  return ready.fileId;
}

type Row = Record<string, unknown>;

/** What is in it: its entries, and what data.json says. */
export async function openOne(
  viewer: Viewer,
): Promise<{ entries: Map<string, Buffer>; data: Record<string, Row[]> }> {
  const { body } = await openTakeout(viewer, await readyOf(viewer));
  const entries = unzip(Buffer.from(await new Response(body).bytes()));
  return { entries, data: JSON.parse(String(entries.get("data.json"))) };
}
