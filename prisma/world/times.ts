import type { Chance } from "./chance.ts";
import type { CompanySlug } from "./types.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Where most of a company's people live, as hours from UTC; exact enough to keep them from writing at night. */
const offsets: Record<CompanySlug, number> = { aoba: 9, larkfield: 1 };

const usualHours = [8, 9, 9, 10, 10, 11, 12, 12, 13, 14, 15, 16, 17, 18, 19, 20, 20, 21, 21, 22];

/** A time of that day, or the last before, at which somebody may well write or join, in milliseconds: seldom on a weekend. */
export function usualTime(time: number, before: number, company: CompanySlug, chance: Chance): number {
  const offset = offsets[company] * hour;
  const midnight = Math.floor((time + offset) / day) * day - offset;
  const weekend = [0, 6].includes(new Date(midnight + offset).getUTCDay());
  const ofDay = chance.pick(usualHours) * hour + chance.integer(60) * minute + chance.integer(60_000);
  const usual = midnight + ofDay - (chance.likely(0.6) && weekend ? 2 * day : 0);
  return usual < before ? usual : usual - day;
}

/** The time itself, or one of the evening before when people there sleep. */
export function awake(time: number, company: CompanySlug): number {
  const ofDay = (((time + offsets[company] * hour) % day) + day) % day;
  return ofDay < 7 * hour ? time - ofDay - (hour + ofDay) / 2 : time;
}

/** "35m", "2h" or "3d" in milliseconds. */
export function duration(text: string): number {
  const [, count = "0", unit = ""] = /^(\d+)([mhd])$/.exec(text) ?? [];
  const length = { m: minute, h: hour, d: day }[unit];
  if (!length) throw new Error(`${text} is no duration`);
  return Number(count) * length;
}
