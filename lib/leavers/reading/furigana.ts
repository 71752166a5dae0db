import { attribute, unescaped } from "./xml.ts";
import type { Entry } from "./zip.ts";

/**
 * The readings that a workbook's shared strings hold above their texts, by text: what has no reading in it, such as the space between two
 * names, stays. A text with two readings has none.
 */
export function furigana(shared: string): Map<string, string> {
  const readings = new Map<string, string>();
  const doubtful = new Set<string>();
  if (!shared.includes("rPh")) return readings;
  for (const item of shared.split(/<\/(?:\w+:)?si>/)) {
    const text = textOf(withoutPhonetic(item));
    const reading = readingOf(text, item);
    if (!reading) continue;
    if (readings.has(text) && readings.get(text) !== reading) doubtful.add(text);
    readings.set(text, reading);
  }
  for (const text of doubtful) readings.delete(text);
  return readings;
}

/** The entry without them, so that nobody takes them for a part of the text. */
export function withoutFurigana(entry: Entry): Entry {
  const bytes = Buffer.from(entry.data.buffer, entry.data.byteOffset, entry.data.length);
  if (!entry.name.endsWith(".xml") || !bytes.includes("rPh")) return entry;
  return { name: entry.name, data: Buffer.from(withoutPhonetic(bytes.toString("utf8"))) };
}

// Split where an element ends: a pattern from its beginning to its end would look for each end anew through all that follows.
const ending = /<\/(?:\w+:)?rPh>/;
const beginning = /<(?:\w+:)?rPh\b/;

function withoutPhonetic(xml: string): string {
  const pieces = xml.split(ending);
  const last = pieces.pop() ?? "";
  return pieces.map((piece) => piece.split(beginning, 1)[0] ?? "").join("") + last;
}

function readingOf(text: string, item: string): string {
  let reading = "";
  let at = 0;
  for (const piece of item.split(ending).slice(0, -1)) {
    const phonetic = piece.slice(Math.max(0, piece.search(beginning)));
    reading += text.slice(at, Number(attribute(phonetic, "sb"))) + textOf(phonetic);
    at = Number(attribute(phonetic, "eb"));
  }
  return at === 0 ? "" : reading + text.slice(at);
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</g)]
    .map(([, text = ""]) => unescaped(text))
    .join("");
}
