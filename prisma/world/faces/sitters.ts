import { isJapaneseName } from "#lib/people/names.ts";
import { makeChance } from "#prisma/world/chance.ts";
import type { Person } from "#prisma/world/types.ts";
import type { Sitter } from "./traits.ts";

const feminineNames = new Set(
  (
    "千尋 さくら 陽子 愛 恵 美咲 菜々子 真理 由美子 千夏 詩織 由紀 葵 彩香 梓 郁子 絵里 香織 佳奈 君江 京子 早紀 沙織 静香 珠美 奈緒 春菜 " +
    "瞳 文香 真琴 舞 瑞穂 桃子 友香 理恵 玲子 Chinatsu Aisha Emma Ngọc Olga Priya Zoë Hannah Rachel Anneke Camille Daniela Elif Giulia " +
    "Ines Leila Nadia Petra Rosa Thandi Valentina Wren Yasmin Beatriz Dorota Freya"
  ).split(" "),
);
/** The people of the tour who have one in any case. */
const seen = ["sakura@", "kosaku@", "chinatsu@", "yuki@", "hannah@"];

/** Of whom a portrait is drawn: two of three who have come, the same ones each time, with one face in all their companies. */
export function sitterOf({ email, memberships }: Person): Sitter | null {
  const known = memberships.find(({ status }) => status !== "INVITED");
  if (!known) return null;
  const chance = makeChance(`photo of ${email}`);
  if (!chance.likely(0.66) && !seen.some((begin) => email.startsWith(begin))) return null;
  const joined = Math.min(...memberships.map(({ joinedOn }) => Number(joinedOn.slice(0, 4))));
  return {
    seed: email,
    age: Math.min(23 + chance.integer(6) + 2026 - joined, 74),
    feminine: feminineNames.has(known.givenName),
    japanese: isJapaneseName(known) || known.company === "aoba",
  };
}
