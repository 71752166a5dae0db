import type { Purpose } from "#lib/people/schema.ts";
import {
  employeeAboutsEnglish,
  employeeNamesEnglish,
  employeesEnglish,
  englishCareers,
  retiredHeadlines,
} from "./careers-en.ts";
import { makeChance, makeDeals } from "./chance.ts";
import { employeeDaysAgo, employeeJoinedOn, leaverMembership } from "./joining.ts";
import { readEnglishLeavers } from "./leavers.ts";
import { talkers } from "./talkers.ts";
import type { Person } from "./types.ts";

const timeZones: Record<string, string> = {
  Tokyo: "Asia/Tokyo",
  Osaka: "Asia/Tokyo",
  Berlin: "Europe/Berlin",
  Houston: "America/Chicago",
};
const purposes: readonly Purpose[] = [
  "REHIRE",
  "CONTRACT_WORK",
  "REFERRAL",
  "COLLABORATION",
  "MENTORING",
  "KEEP_IN_TOUCH",
];

/** Larkfield's alumni: each row of its file, in the file's order. */
export function larkfieldAlumni(): Person[] {
  const chance = makeChance("larkfield alumni");
  const next = makeDeals(makeChance("larkfield headlines"));
  return readEnglishLeavers().map((leaver) => {
    const basics = leaverMembership(leaver, chance);
    const career = englishCareers[leaver.department];
    if (!career) throw new Error(`Nothing is known of the department ${leaver.department}.`);
    const joined = basics.status !== "INVITED";
    const headline = chance.likely(0.9)
      ? next(leaver.reason === "Retirement" ? retiredHeadlines : career.headlines)
      : null;
    const about = chance.likely(0.45) ? next(career.abouts) : null;
    const skills = chance.picks(career.skills, 1 + chance.integer(4));
    const open = chance.picks(
      leaver.reason === "Retirement" ? purposes.slice(4) : purposes,
      1 + chance.integer(3),
    );
    return {
      email: leaver.email,
      locale: "en",
      timeZone: timeZones[leaver.area ?? ""] ?? "Europe/Berlin",
      note: null,
      memberships: [
        {
          ...basics,
          company: "larkfield",
          headline: joined ? (talkers[leaver.email]?.headline ?? headline) : null,
          about: joined ? (talkers[leaver.email]?.about ?? about) : null,
          purposes: joined ? open : [],
          skills: joined ? skills : [],
        },
      ],
    };
  });
}

/** Larkfield's employees, department by department; no two of one family name until all came once. */
export function larkfieldEmployees(): Person[] {
  const chance = makeChance("larkfield employees");
  const next = makeDeals(makeChance("larkfield employee names"));
  let count = 0;
  return Object.entries(employeesEnglish).flatMap(([department, team]) =>
    Array.from({ length: team.count }, (): Person => {
      count += 1;
      const area = chance.pick(Object.keys(timeZones));
      return {
        email: `employee${count}.larkfield@example.org`,
        locale: "en",
        timeZone: timeZones[area] ?? "Europe/Berlin",
        note: null,
        memberships: [
          {
            company: "larkfield",
            kind: "EMPLOYEE",
            role: "MEMBER",
            status: "ACTIVE",
            daysAgo: employeeDaysAgo(chance),
            familyName: next(employeeNamesEnglish.families),
            givenName: next(employeeNamesEnglish.givens),
            familyNameKana: null,
            givenNameKana: null,
            preferredName: null,
            formerFamilyName: null,
            formerFamilyNameKana: null,
            joinedOn: employeeJoinedOn(chance, "09-01"),
            leftOn: null,
            department,
            title: chance.pick(team.titles),
            area,
            headline: chance.likely(0.85) ? next(team.headlines) : null,
            about: chance.likely(0.3) ? next(employeeAboutsEnglish) : null,
            purposes: chance.picks(purposes.slice(2), 1 + chance.integer(3)),
            skills: chance.picks(englishCareers[department]?.skills ?? [], chance.integer(4)),
          },
        ],
      };
    }),
  );
}
