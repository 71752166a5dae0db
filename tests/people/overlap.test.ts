import fc from "fast-check";
import { expect, it } from "vitest";
import { overlapOf } from "#lib/people/overlap.ts";
import { stintsOf } from "#lib/people/positions.ts";
import type { History, Position } from "#lib/people/schema.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const database = openTestDatabase();

const lab = "材料開発部";
const career = (
  department: string | null,
  joinedOn: string | null,
  leftOn: string | null = null,
  positions: Position[] = [],
): History => ({ department, joinedOn, leftOn, positions });
const held = (department: string, from: string | null, until: string | null = null): Position => ({
  department,
  title: null,
  from,
  until,
});

it.each([
  [
    "in one department at one time",
    career(lab, "2010-04-01", "2018-03-31"),
    career(lab, "2014-10-01", "2021-06-30"),
    { department: lab, from: "2014", until: "2018" },
  ],
  [
    "both still there",
    career(lab, "2010-04-01"),
    career(lab, "2014-10-01"),
    { department: lab, from: "2014", until: null },
  ],
  [
    "one still there",
    career(lab, "2010-04-01"),
    career(lab, "2014-10-01", "2020-01-15"),
    { department: lab, from: "2014", until: "2020" },
  ],
  [
    "on one day",
    career(lab, "2010-04-01", "2014-10-01"),
    career(lab, "2014-10-01"),
    { department: lab, from: "2014", until: "2014" },
  ],
  ["one after the other", career(lab, "2000-04-01", "2005-03-31"), career(lab, "2005-04-01"), null],
  ["in other departments", career(lab, "2010-04-01"), career("経理部", "2011-04-01"), null],
  [
    "in other departments, of one year",
    career(lab, "2010-04-01"),
    career("経理部", "2010-10-01"),
    { joined: "2010" },
  ],
  ["a department that is hidden", career(lab, "2010-04-01"), career(null, "2011-04-01"), null],
  ["a department that none has", career("", "2010-04-01"), career("", "2011-04-01"), null],
  ["years that are hidden", career(lab, "2010-04-01"), career(lab, null), null],
  [
    "in a department that the one recorded and the other held",
    career(lab, "2010-04-01", "2021-03-31"),
    career("経理部", "2012-04-01", "2020-03-31", [held(lab, "2014-10", "2016-09")]),
    { department: lab, from: "2014", until: "2016" },
  ],
  [
    "in several, of which the longest time counts",
    career("経理部", "2010-04-01", null, [
      held(lab, "2011-04", "2012-03"),
      held("工場", "2012-04", "2016-03"),
    ]),
    career("法務部", "2008-04-01", null, [
      held(lab, "2008-04", "2011-12"),
      held("工場", "2013-01", "2019-03"),
    ]),
    { department: "工場", from: "2013", until: "2016" },
  ],
  [
    "a recorded department for the time of which they say nothing",
    career(lab, "2010-04-01", "2021-03-31", [held("経理部", "2010-04", "2012-03"), held("工場", "2018-04")]),
    career(lab, "2005-04-01"),
    { department: lab, from: "2012", until: "2018" },
  ],
  [
    "a recorded department of which they say that they were elsewhere all the time",
    career(lab, "2010-04-01", null, [held("経理部", "2009-04", "2012-03"), held("工場", "2012-04")]),
    career(lab, "2005-04-01"),
    null,
  ],
  [
    "a recorded department beside two that were held at one time",
    career(lab, "2010-04-01", "2020-03-31", [
      held("経理部", "2010-04", "2017-03"),
      held("工場", "2011-04", "2013-03"),
    ]),
    career(lab, "2005-04-01"),
    { department: lab, from: "2017", until: "2020" },
  ],
  [
    "a position that lasts as long as they are here",
    career(lab, "2015-04-01", "2019-06-10"),
    career("法務部", "2008-04-01", "2017-03-31", [held(lab, "2012-04")]),
    { department: lab, from: "2015", until: "2017" },
  ],
  [
    "up to the last day of a month",
    career("経理部", "2005-04-01", null, [held(lab, "2005-04", "2012-02")]),
    career(lab, "2012-02-29"),
    { department: lab, from: "2012", until: "2012" },
  ],
  [
    "one month after the other",
    career("経理部", "2005-04-01", null, [held(lab, "2005-04", "2012-02")]),
    career(lab, "2012-03-01"),
    null,
  ],
  [
    "a position whose months are hidden",
    career(lab, "2010-04-01"),
    career(null, null, null, [held(lab, null)]),
    null,
  ],
  ["own years that are not known", career(lab, null), career(lab, "2010-04-01"), null],
])("%s", (_, own, other, overlap) => {
  expect(overlapOf(own, other)).toEqual(overlap);
  expect(overlapOf(other, own)).toEqual(overlap);
});

const date = fc
  .tuple(fc.integer({ min: 2010, max: 2013 }), fc.constantFrom("01-01", "04-01", "12-31"))
  .map(([year, day]) => `${year}-${day}`);
const known = fc
  .tuple(fc.constantFrom(lab, "経理部", "", null), date, fc.option(date))
  .map(([department, one, other]) => career(department, ...inOrder(one, other)));
const month = date.map((day) => day.slice(0, 7));
const position = fc
  .tuple(fc.constantFrom(lab, "経理部", "工場"), fc.option(month), fc.option(month))
  .map(([department, one, other]) =>
    one ? held(department, ...inOrder(one, other)) : held(department, null),
  );
const many = fc
  .tuple(known, fc.array(position, { maxLength: 3 }))
  .map(([one, positions]) => ({ ...one, positions }));
const anyCareer = fc.oneof(known, many, fc.constant(career(lab, null)));

it("is what SQL takes for one", async () => {
  const pairs = fc.sample(fc.tuple(anyCareer, anyCareer), { numRuns: 500, seed: 7 });
  const rows = await database.asOwner<{ overlaps: boolean }>(
    `SELECT careers_overlap(a ->> 'department', (a ->> 'joinedOn')::date, (a ->> 'leftOn')::date, a -> 'positions',
        b ->> 'department', (b ->> 'joinedOn')::date, (b ->> 'leftOn')::date, b -> 'positions') AS overlaps
      FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY p (pair, n), LATERAL (SELECT pair -> 0 AS a, pair -> 1 AS b) of ORDER BY n`,
    [JSON.stringify(pairs)],
  );
  expect(rows.map(({ overlaps }) => overlaps)).toEqual(
    pairs.map(([one, other]) => overlapOf(one, other) !== null),
  );
});

it("is found in the same days by both", async () => {
  const careers = fc.sample(anyCareer, { numRuns: 500, seed: 11 });
  const rows = await database.asOwner<{ stints: string[] }>(
    `SELECT ARRAY(SELECT concat_ws(' ', s.department, s.since, nullif(s.until, 'infinity'))
        FROM stints_of(c ->> 'department', (c ->> 'joinedOn')::date, (c ->> 'leftOn')::date, c -> 'positions') s) AS stints
      FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY e (c, n) ORDER BY n`,
    [JSON.stringify(careers)],
  );
  const inWords = (one: History) =>
    stintsOf(one).map(({ department, since, until }) =>
      [department, since, until].filter((word) => word !== null).join(" "),
    );
  expect(rows.map(({ stints }) => stints.toSorted())).toEqual(careers.map((one) => inWords(one).toSorted()));
});

function inOrder(one: string, other: string | null): [string, string | null] {
  return other !== null && other < one ? [other, one] : [one, other];
}
