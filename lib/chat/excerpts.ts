import type { ExcerptPart } from "#lib/chat/schema.ts";
import { beginningFrom, endUpTo, graphemesOf } from "#lib/graphemes.ts";
import { normalise } from "#lib/people/normalise.ts";

const maxBefore = 24;
const maxAfter = 96;

/**
 * A message cut, between words, to what stands around the first of the terms, which come normalised; each place where one stands is a hit.
 * Line breaks become spaces.
 */
export function excerptOf(text: string, terms: readonly string[]): ExcerptPart[] {
  const units = unitsOf(text);
  const hits = hitsIn(units, terms);
  const first = Math.max(0, hits.indexOf(true));
  const characters = units.map((unit) => unit.text);
  const from = first <= maxBefore ? 0 : beginningFrom(characters, first - maxBefore, first);
  const to = endUpTo(characters, Math.min(units.length, first + maxAfter), endOfHit(hits, first));
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

function endOfHit(hits: readonly boolean[], first: number): number {
  const end = hits.indexOf(false, first);
  return end === -1 ? hits.length : end;
}

/** A character as it is written, with the marks that belong to it, and as searches compare it. */
type Unit = { text: string; folded: string };

function unitsOf(text: string): Unit[] {
  const written = [...graphemesOf(text.replace(/\s+/g, " "))];
  return written.map((unit, index) => {
    if (unit === " ") return { text: unit, folded: " " };
    if (!dependents.test(unit)) return { text: unit, folded: normalise(unit) };
    // A repeat mark is compared as what it repeats, ヶ by what stands around it: 佐々木 as 佐佐木, 関ヶ原 as 関が原.
    const before = written[index - 1] ?? "";
    const after = written[index + 1] ?? "";
    const folded = normalise(before + unit + after).slice(normalise(before).length);
    return { text: unit, folded: folded.slice(0, folded.length - normalise(after).length) };
  });
}

const dependents = /^[々ゝゞヽヾケヶｹ]/u;

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
