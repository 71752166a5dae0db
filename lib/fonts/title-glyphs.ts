import { type Locale, locales } from "#lib/auth/schema.ts";
import { loadMessages } from "#lib/i18n/messages.ts";

type Words = { [key: string]: string | Words };

/** Every character that our titles and the headings of days are written with, in both languages, each once. */
export async function titleGlyphs(): Promise<string> {
  const texts = await Promise.all(
    locales.map(async (locale) => [...titlesOf(await loadMessages(locale)), ...daysOf(locale)]),
  );
  return [...new Set([...ascii, ...texts.flat().join("")])].sort().join("");
}

// A title is kept under `title` or `…Title`; the two days that have names stand beside the times.
const isTitle = (key: string) => /(^t|T)itle$|^(today|yesterday)$/.test(key);

function titlesOf(words: Words): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value !== "string" ? titlesOf(value) : isTitle(key) ? [value] : [],
  );
}

/** A year of days as they stand over lines, long and short. */
function daysOf(locale: Locale): string[] {
  const long = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" });
  const short = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    weekday: "short",
    timeZone: "UTC",
  });
  const days = [...Array(366).keys()].map((day) => new Date(Date.UTC(2024, 0, 1 + day)));
  return days.flatMap((day) => [long.format(day), short.format(day)]);
}

const ascii = [...Array(95).keys()].map((code) => String.fromCharCode(32 + code));
