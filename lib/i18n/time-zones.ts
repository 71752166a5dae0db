import "server-only";
import { type RawTimeZone, rawTimeZones } from "@vvo/tzdb";
import type { Locale } from "#lib/auth/schema.ts";
import type { TimeZone } from "#lib/i18n/schema.ts";
import { placesInJapanese } from "./places-ja.ts";

const everyday = ["Asia/Tokyo", "UTC"];

/** The chosen time zone, by whichever of its names it was chosen, and those that are chosen most. */
export function listNearTimeZones(locale: Locale, chosen: string, now: Date): TimeZone[] {
  const all = listTimeZones(locale, now);
  return [...new Set([currentName(chosen), ...everyday])].flatMap((value) =>
    all.filter((zone) => zone.value === value),
  );
}

/** What the tz database calls this time zone now: Asia/Kolkata for Asia/Calcutta. */
export function currentName(timeZone: string): string {
  const known = rawTimeZones.find(({ name, group }) => name === timeZone || group.includes(timeZone));
  return known?.name ?? timeZone;
}

// Hundreds of formatters take a while; what they say changes with the seasons only.
const written = new Map<string, TimeZone[]>();

/** All time zones, from west to east and by name. */
export function listTimeZones(locale: Locale, now: Date): TimeZone[] {
  const key = `${locale} ${now.toISOString().slice(0, 10)}`;
  const known = written.get(key);
  if (known) return known;
  if (written.size > 4) written.clear();
  const zones = writeZones(locale, now);
  written.set(key, zones);
  return zones;
}

function writeZones(locale: Locale, now: Date): TimeZone[] {
  const utc = { value: "UTC", label: partOf("UTC", locale, "long", now), minutes: 0, words: "gmt" };
  const zones = rawTimeZones.map((zone) => ({
    value: zone.name,
    label: labelOf(zone.name, locale, now),
    minutes: minutesFromUtc(zone.name, now),
    words: wordsOf(zone),
  }));
  return [...zones, utc]
    .sort((a, b) => a.minutes - b.minutes || (a.label < b.label ? -1 : 1))
    .map(({ value, label, minutes, words }) => ({ value, label, hours: hoursText(minutes), words }));
}

function labelOf(value: string, locale: Locale, now: Date): string {
  const place = value.split("/").at(-1)?.replaceAll("_", " ") ?? value;
  const name = partOf(value, locale, "longGeneric", now);
  if (locale === "en") return `${place} (${name})`;
  return `${name}（${placesInJapanese[value]?.split(/[ |]/)[0] ?? place}）`;
}

function wordsOf({ name, group, mainCities, countryCode }: RawTimeZone): string {
  const countries = countryNames.map((names) => names.of(countryCode) ?? "");
  const names = [name, ...group].map((one) => one.replace(/[/_]/g, " "));
  return [...new Set([...names, ...mainCities, ...countries, placesInJapanese[name]?.replace("|", " ")])]
    .filter(Boolean)
    .join(" ");
}

const countryNames = ["ja", "en"].map((locale) => new Intl.DisplayNames(locale, { type: "region" }));

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
