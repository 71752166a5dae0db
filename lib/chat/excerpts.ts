import type { ExcerptPart } from "#lib/chat/schema.ts";
import { normalise } from "#lib/people/normalise.ts";

const maxBefore = 24;
const maxAfter = 96;

/**
 * A message cut to what stands around the first of the terms, which come normalised; each place where one stands is a hit. Line
 * breaks become spaces.
 */
export function excerptOf(text: string, terms: readonly string[]): ExcerptPart[] {
  const units = unitsOf(text);
  const hits = hitsIn(units, terms);
  const first = Math.max(0, hits.indexOf(true));
  const from = first <= maxBefore ? 0 : first - maxBefore;
  const to = Math.min(units.length, first + maxAfter);
  const parts: ExcerptPart[] = [];
  for (const [index, { text }] of units.slice(from, to).entries()) {
    const hit = hits[from + index] ?? false;
    const last = parts.at(-1);
    if (last?.hit === hit) last.text += text;
    else parts.push({ text, hit });
  }
  if (from > 0) parts.unshift({ text: "…", hit: false });
  if (to < units.length) parts.push({ text: "…", hit: false });
  return parts;
}

/** A character as it is written, with the marks that belong to it, and as searches compare it. */
type Unit = { text: string; folded: string };

function unitsOf(text: string): Unit[] {
  const written = text.replace(/\s+/g, " ").match(/[^ﾞﾟ\p{Mn}][ﾞﾟ\p{Mn}]*|[ﾞﾟ\p{Mn}]/gu) ?? [];
  return written.map((unit, index) => {
    if (unit === " ") return { text: unit, folded: " " };
    if (!repeats.test(unit)) return { text: unit, folded: normalise(unit) };
    // A repeat mark is compared as what it repeats: 佐々木 as 佐佐木.
    const before = written[index - 1] ?? "";
    return { text: unit, folded: normalise(before + unit).slice(normalise(before).length) };
  });
}

const repeats = /^[々ゝゞヽヾ]/u;

function hitsIn(units: readonly Unit[], terms: readonly string[]): boolean[] {
  const places = units.flatMap(({ folded }, index) => Array<number>(folded.length).fill(index));
  const folded = units.map((unit) => unit.folded).join("");
  const hits = units.map(() => false);
  for (const term of terms) {
    for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + term.length)) {
      const last = places[at + term.length - 1] ?? 0;
      for (let index = places[at] ?? 0; index <= last; index++) hits[index] = true;
    }
  }
  // What searches do not compare, as the last mark of サーバー, goes with what it stands behind.
  for (const [index, unit] of units.entries()) if (unit.folded === "" && hits[index - 1]) hits[index] = true;
  return hits;
}
