import { expect, test } from "vitest";
import {
  type Audiences,
  choicesFor,
  countReach,
  isWider,
  reachedBy,
} from "#components/profile/own/audiences.ts";
import { changesBy, presetNames, presetOf } from "#components/profile/own/preset-choices.ts";
import { audienceFields, audiences, rehireAudiences } from "#lib/people/audiences.ts";

const everyone: Audiences = {
  headline: "EVERYONE",
  about: "EVERYONE",
  tenure: "EVERYONE",
  department: "EVERYONE",
  formerName: "EVERYONE",
  work: "EVERYONE",
  area: "EVERYONE",
  purposes: "EVERYONE",
  rehire: "EVERYONE",
  skills: "EVERYONE",
  links: "EVERYONE",
  photo: "EVERYONE",
};

test("what may be chosen is what the domain knows", () => {
  for (const field of audienceFields)
    expect(choicesFor(field), field).toEqual(field === "rehire" ? rehireAudiences : audiences);
});

test("oneself is not counted among those who see one, where the directory counts one at all", () => {
  const census = { alumni: 300, employees: 130 };
  const alumna = { census, kind: "ALUMNUS", listed: true } as const;
  expect(countReach("ALUMNI", alumna)).toBe(299);
  expect(countReach("EMPLOYEES", alumna)).toBe(130);
  expect(countReach("EVERYONE", alumna)).toBe(429);
  expect(countReach("EVERYONE", { ...alumna, listed: false })).toBe(430);
  expect(countReach("NOBODY", alumna)).toBeNull();
  expect(countReach("HR", alumna)).toBeNull();
});

test("whoever shows it to somebody new is told, and not who shows it to fewer", () => {
  expect(isWider("NOBODY", "ALUMNI")).toBe(true);
  expect(isWider("ALUMNI", "EMPLOYEES")).toBe(true);
  expect(isWider("HR", "EVERYONE")).toBe(true);
  expect(isWider("EVERYONE", "ALUMNI")).toBe(false);
  expect(isWider("EVERYONE", "NOBODY")).toBe(false);
});

test("within what the company limits fewer are reached, and what that leaves as it is is no wider", () => {
  const reach = { limits: { company: "青葉化学", of: { area: "EMPLOYEES", links: "NOBODY" } } } as const;
  expect(audiences.map((one) => reachedBy("area", one, reach))).toEqual([
    "NOBODY",
    "NOBODY",
    "EMPLOYEES",
    "EMPLOYEES",
  ]);
  expect(reachedBy("links", "EVERYONE", reach)).toBe("NOBODY");
  expect(reachedBy("headline", "ALUMNI", reach)).toBe("ALUMNI");
  expect(isWider(reachedBy("area", "EMPLOYEES", reach), reachedBy("area", "EVERYONE", reach))).toBe(false);
});

test("presets choose only what may be chosen, and none of them opens interest in being rehired", () => {
  for (const kind of ["ALUMNUS", "EMPLOYEE"] as const)
    for (const name of presetNames)
      for (const [field, audience] of Object.entries(presetOf(name, audienceFields, kind))) {
        const known = audienceFields.find((one) => one === field);
        expect(known && choicesFor(known), `${name} ${field}`).toContain(audience);
        if (field === "rehire") expect(audience).toBe("NOBODY");
      }
  expect(Object.keys(presetOf("closed", audienceFields, "ALUMNUS"))).toHaveLength(audienceFields.length);
  expect(changesBy({ area: "EVERYONE", work: "NOBODY" }, { ...everyone, work: "ALUMNI" })).toEqual({
    work: "NOBODY",
  });
  expect(changesBy(presetOf("open", audienceFields, "ALUMNUS"), everyone)).toEqual({});
});
