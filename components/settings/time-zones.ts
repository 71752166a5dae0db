import type { Locale } from "#lib/auth/schema.ts";

export type TimeZone = {
  /** Its name in the tz database. */
  value: string;
  /** The zone's name in the reader's language, and its place. */
  label: string;
  /** From UTC, at this time of the year. */
  hours: string;
};

export type TimeZoneGroup = { value: "near" | "all"; items: TimeZone[] };

const everyday = ["Asia/Tokyo", "UTC"];

/** All time zones, from west to east and by name: first those at hand, the chosen one among them. */
export function listTimeZones(locale: Locale, chosen: string, now: Date): TimeZoneGroup[] {
  const all = zonesOf(locale, now);
  const near = [...new Set([chosen, ...everyday])].flatMap((value) =>
    all.filter((zone) => zone.value === value),
  );
  return [
    { value: "near", items: near },
    { value: "all", items: all.filter((zone) => !near.includes(zone)) },
  ];
}

// Hundreds of formatters take a while; what they say changes with the seasons only.
const written = new Map<string, TimeZone[]>();

function zonesOf(locale: Locale, now: Date): TimeZone[] {
  const key = `${locale} ${now.toISOString().slice(0, 10)}`;
  const known = written.get(key);
  if (known) return known;
  if (written.size > 4) written.clear();
  const zones = writeZones(locale, now);
  written.set(key, zones);
  return zones;
}

function writeZones(locale: Locale, now: Date): TimeZone[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])]
    .map((value) => ({ value, label: labelOf(value, locale, now), minutes: minutesFromUtc(value, now) }))
    .sort((a, b) => a.minutes - b.minutes || (a.label < b.label ? -1 : 1))
    .map(({ value, label, minutes }) => ({ value, label, hours: hoursText(minutes) }));
}

function labelOf(value: string, locale: Locale, now: Date): string {
  if (value === "UTC") return partOf(value, locale, "long", now);
  const place = value.split("/").at(-1)?.replaceAll("_", " ") ?? value;
  const name = partOf(value, locale, "longGeneric", now);
  return locale === "ja" ? `${name}（${place}）` : `${place} (${name})`;
}

function hoursText(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60 ? `:${size % 60}` : "";
  return minutes === 0 ? "UTC" : `UTC${minutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${rest}`;
}

function minutesFromUtc(timeZone: string, now: Date): number {
  const offset = partOf(timeZone, "en", "longOffset", now).match(/([+-])(\d+):(\d+)/);
  const [, sign, hours, minutes] = offset ?? [];
  return offset ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}

type NameKind = "long" | "longGeneric" | "longOffset";

function partOf(timeZone: string, locale: string, timeZoneName: NameKind, now: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(now);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
