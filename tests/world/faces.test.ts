import { expect, test } from "vitest";
import { drawAudiences } from "#prisma/world/audiences.ts";
import { portraitOf } from "#prisma/world/faces/portrait.ts";
import { sitterOf } from "#prisma/world/faces/sitters.ts";
import { everybody } from "#prisma/world/people.ts";
import { people } from "#prisma/world.ts";

const all = everybody();
const here = all.filter(({ memberships }) => memberships.some(({ status }) => status !== "INVITED"));
const sitters = here.flatMap((person) => sitterOf(person) ?? []);

test("about two of three have a face, those of the tour among them; who has not come has none", () => {
  expect(sitters.length / here.length).toBeGreaterThan(0.6);
  expect(sitters.length / here.length).toBeLessThan(0.72);
  for (const name of ["sakura", "kosaku", "chinatsu", "yuki", "hannah"] as const)
    expect(sitterOf(people[name]), name).not.toBeNull();
  expect(sitterOf(people.shiori)).toBeNull();
});

test("a face is the same each time, and nobody else's", () => {
  const drawn = sitters.map(portraitOf);
  expect(sitters.map(portraitOf)).toEqual(drawn);
  expect(new Set(drawn).size).toBe(drawn.length);
  for (const svg of drawn) expect(svg).not.toMatch(/undefined|NaN|Infinity/);
});

test("some show it to some alone, or to nobody", () => {
  const shown = all.flatMap(({ memberships }) =>
    memberships.map((one) => drawAudiences(one).photo ?? "EVERYONE"),
  );
  expect(new Set(shown)).toEqual(new Set(["EVERYONE", "ALUMNI", "EMPLOYEES", "NOBODY"]));
});
