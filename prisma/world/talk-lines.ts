import type { Chance } from "./chance.ts";
import { awake, day, duration, minute, usualTime } from "./times.ts";
import type { CompanySlug } from "./types.ts";

/** A line of a talk. Who wrote it, and who marked it, are places among the talk's people. */
export interface TalkLine {
  author: number;
  /** Milliseconds since the line before. */
  gap: number;
  /** The place, from 1, of the line that it answers. */
  quoted: number | null;
  edited: boolean;
  text: string;
  marks: { emoji: string; by: number[] }[];
}

/** The lines of a talk's text, as talk.ts describes it. */
export function parseLines(text: string, chance: Chance): TalkLine[] {
  return text
    .trim()
    .split(/\n(?=[a-z](?: \d+[mhd])?(?: >\d+)?(?: \*)?: )/)
    .map((part) => {
      const [head = "", ...marks] = part.split(/\n\^ /);
      const [, author, gap, quoted, edited, said] =
        /^([a-z])(?: (\d+[mhd]))?(?: >(\d+))?( \*)?: ([\s\S]+)$/.exec(head) ?? [];
      if (!author || !said) throw new Error(`Not a line of a talk: ${part}`);
      return {
        author: placeOf(author),
        gap: pauseOf(gap, chance),
        quoted: quoted ? Number(quoted) : null,
        edited: edited !== undefined,
        text: said.trim(),
        marks: marks.map((mark) => {
          const [emoji = "", letters = ""] = mark.trim().split(" ");
          return { emoji, by: [...letters].map(placeOf) };
        }),
      };
    });
}

/** The place that a letter stands for: a is 0. */
export function placeOf(letter: string): number {
  return letter.charCodeAt(0) - "a".charCodeAt(0);
}

/** About as long as the text says, or a few minutes. */
function pauseOf(gap: string | undefined, chance: Chance): number {
  return Math.round(gap ? duration(gap) * (0.9 + 0.2 * chance.number()) : (1 + 5 * chance.number()) * minute);
}

/** Backwards from the last message: at usual times of other days, at any waking time of the same one. */
export function sendingTimes(
  lines: readonly { gap: number }[],
  now: number,
  ago: number,
  company: CompanySlug,
  chance: Chance,
): number[] {
  const times = [ago < day ? now - ago : usualTime(now - ago, now, company, chance)];
  for (const { gap } of lines.slice(1).reverse()) {
    const [next = now] = times;
    times.unshift(gap < day / 2 ? awake(next - gap, company) : usualTime(next - gap, next, company, chance));
  }
  return times;
}
