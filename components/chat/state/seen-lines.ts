import type { SharedMark, ThreadKind } from "#lib/chat/schema.ts";
import type { LineRun } from "./conversation-days.ts";

/**
 * Under which of the viewer's own lines it stands who read up to there or further: in a group under the last of each run that somebody
 * read, among two only under the last of all.
 */
export function seenLines(
  runs: readonly LineRun[],
  viewerId: string,
  seen: readonly SharedMark[],
  kind: ThreadKind,
): Map<number, string[]> {
  const furthest = Math.max(0, ...seen.map(({ number }) => number));
  const places = runs
    .filter(({ authorId, lines }) => authorId === viewerId && !lines.some(({ notice }) => notice))
    .flatMap(
      ({ lines }) => lines.findLast((line) => line.number !== null && line.number <= furthest)?.number ?? [],
    );
  const shown = kind === "DIRECT" ? places.slice(-1) : places;
  return new Map(
    shown.map((place) => [
      place,
      seen.filter(({ number }) => number >= place).map(({ memberId }) => memberId),
    ]),
  );
}
