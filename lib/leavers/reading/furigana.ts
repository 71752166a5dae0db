import { attribute, unescaped } from "./xml.ts";
import type { Entry } from "./zip.ts";

/**
 * The readings that a workbook's shared strings hold above their texts, by text: what has no reading in it, such as the space between two
 * names, stays. A text with two readings has none.
 */
export function furigana(shared: string): Map<string, string> {
  const readings = new Map<string, string>();
  const doubtful = new Set<string>();
  if (!/<(?:\w+:)?rPh\b/.test(shared)) return readings;
  for (const [, item = ""] of shared.matchAll(/<(?:\w+:)?si\b[^>]*>([\s\S]*?)<\/(?:\w+:)?si>/g)) {
    const text = textOf(item.replace(phonetic, ""));
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
  return { name: entry.name, data: Buffer.from(bytes.toString("utf8").replace(phonetic, "")) };
}

const phonetic = /<((?:\w+:)?rPh)\b[^>]*>[\s\S]*?<\/\1>/g;

function readingOf(text: string, item: string): string {
  let reading = "";
  let at = 0;
  for (const [tag, , inner = ""] of item.matchAll(/<((?:\w+:)?rPh)\b[^>]*>([\s\S]*?)<\/\1>/g)) {
    const begin = Number(attribute(tag, "sb"));
    reading += text.slice(at, begin) + textOf(inner);
    at = Number(attribute(tag, "eb"));
  }
  return at === 0 ? "" : reading + text.slice(at);
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)]
    .map(([, text = ""]) => unescaped(text))
    .join("");
}
