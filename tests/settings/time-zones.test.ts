import { describe, expect, it, test } from "vitest";
import { matchesTimeZone } from "#components/settings/match-time-zone.ts";
import { preferencesSchema } from "#lib/auth/schema.ts";
import { currentName, listNearTimeZones, listTimeZones } from "#lib/i18n/time-zones.ts";

const now = new Date("2026-11-29T00:00:00Z");
const found = (locale: "ja" | "en", q: string) =>
  listTimeZones(locale, now)
    .filter((zone) => matchesTimeZone(zone, q))
    .map(({ value }) => value);

describe("a time zone is found, on pages of both languages,", () => {
  it.each([
    ["kolkata", "Asia/Kolkata"],
    ["Calcutta", "Asia/Kolkata"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["インド", "Asia/Kolkata"],
    ["mumbai", "Asia/Kolkata"],
    ["kyiv", "Europe/Kyiv"],
    ["Kiev", "Europe/Kyiv"],
    ["キエフ", "Europe/Kyiv"],
    ["ウクライナ", "Europe/Kyiv"],
    ["osaka", "Asia/Tokyo"],
    ["大阪", "Asia/Tokyo"],
    ["東京", "Asia/Tokyo"],
    ["とうきょう", "Asia/Tokyo"],
    ["日本", "Asia/Tokyo"],
    ["japan", "Asia/Tokyo"],
    ["ベトナム", "Asia/Ho_Chi_Minh"],
    ["べとなむ", "Asia/Ho_Chi_Minh"],
    ["vietnam", "Asia/Ho_Chi_Minh"],
    ["ﾊﾉｲ", "Asia/Ho_Chi_Minh"],
    ["ho chi minh", "Asia/Ho_Chi_Minh"],
    ["saigon", "Asia/Ho_Chi_Minh"],
    ["new york", "America/New_York"],
    ["ニューヨーク", "America/New_York"],
    ["sao paulo", "America/Sao_Paulo"],
    ["Zürich", "Europe/Zurich"],
    ["台湾", "Asia/Taipei"],
    ["Türkiye", "Europe/Istanbul"],
    ["ヤンゴン", "Asia/Yangon"],
    ["UTC+5:45", "Asia/Kathmandu"],
    ["UTC-3:30", "America/St_Johns"],
    ["utc−3:30", "America/St_Johns"],
  ])("by %s", (q, value) => {
    expect(found("ja", q)).toContain(value);
    expect(found("en", q)).toContain(value);
  });

  it("and not by the middle of a word, nor by what no zone has", () => {
    expect(found("en", "okyo")).toEqual([]);
    expect(found("ja", "zzz")).toEqual([]);
  });
});

test("every name that a browser may say is accepted, and no other text", () => {
  const accepted = (timeZone: string) => preferencesSchema.safeParse({ timeZone }).success;
  const names = [
    ...Intl.supportedValuesOf("timeZone"),
    ...listTimeZones("en", now).map(({ value }) => value),
  ];
  expect(names.filter((name) => !accepted(name))).toEqual([]);
  for (const name of ["Asia/Kolkata", "Asia/Calcutta", "Europe/Kyiv", "Europe/Kiev", "UTC"])
    expect(accepted(name)).toBe(true);
  for (const name of ["", "Asia", "+09:00", "asia/tokyo", "Asia/Nowhere", "../etc/passwd", "Asia/Tokyo\n"])
    expect(accepted(name)).toBe(false);
});

test("one that was chosen by an earlier name is shown by the one of today, first of those at hand", () => {
  expect(currentName("Asia/Calcutta")).toBe("Asia/Kolkata");
  const [first, ...others] = listNearTimeZones("ja", "Asia/Calcutta", now);
  expect(first).toMatchObject({
    value: "Asia/Kolkata",
    label: "インド標準時（コルカタ）",
    hours: "UTC+5:30",
  });
  expect(others.map(({ value }) => value)).toEqual(["Asia/Tokyo", "UTC"]);
  expect(listNearTimeZones("en", "Asia/Tokyo", now).map(({ label }) => label)).toEqual([
    "Tokyo (Japan Standard Time)",
    "Coordinated Universal Time",
  ]);
});

test("every place that is named in Japanese is that of a zone", () => {
  const zones = listTimeZones("ja", now);
  expect(zones.filter(({ label }) => /[ぁ-ヶ一-龠]）$/.test(label)).length).toBeGreaterThan(100);
});
