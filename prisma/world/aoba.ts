import type { Purpose } from "#lib/people/schema.ts";
import { japaneseCareers } from "./careers-ja.ts";
import { familyHeadlines, industries, retiredCareer, studyHeadlines, towns } from "./careers-ja-sales.ts";
import { type Chance, makeChance, makeDeals } from "./chance.ts";
import {
  employeeAbouts,
  employeeDepartments,
  employeeTitles,
  familyNames,
  givenNames,
} from "./employees-ja.ts";
import { employeeDaysAgo, employeeJoinedOn, leaverMembership } from "./joining.ts";
import { type Leaver, readJapaneseLeavers } from "./leavers.ts";
import { talkers } from "./talkers.ts";
import type { Membership, Person } from "./types.ts";

/** Aoba's alumni: each row of its file, in the file's order. */
export function aobaAlumni(): Person[] {
  const chance = makeChance("aoba alumni");
  const next = makeDeals(makeChance("aoba headlines"));
  return readJapaneseLeavers().map((leaver) => {
    const basics = leaverMembership(leaver, chance);
    const career = japaneseCareers[leaver.department];
    if (!career) throw new Error(`Nothing is known of the department ${leaver.department}.`);
    const joined = basics.status !== "INVITED";
    const headlines = headlinesFor(leaver, career.headlines, chance);
    const abouts = leaver.reason === "定年" ? retiredCareer.abouts : career.abouts;
    const headline = chance.likely(0.9) ? fillIn(next(headlines), chance) : null;
    const about = chance.likely(0.45) ? next(abouts) : null;
    const skills = chance
      .picks(career.skills, 1 + chance.integer(4))
      .map((skill) => skill.replaceAll("_", " "));
    const area = chance.pick(career.areas);
    const purposes = purposesFor(leaver, chance);
    const talker = talkers[leaver.email];
    return {
      email: leaver.email,
      locale: "ja",
      timeZone: "Asia/Tokyo",
      note: null,
      memberships: [
        {
          ...basics,
          company: "aoba",
          area: joined ? area : null,
          headline: joined ? (talker?.headline ?? headline) : null,
          about: joined ? (talker?.about ?? about) : null,
          purposes: joined ? purposes : [],
          skills: joined ? skills : [],
          ...(talker?.comingBack && shownToOne(purposes, talker.comingBack.note)),
        },
      ],
    };
  });
}

/** That they would come back, for one employee to see (see rehire-contacts.ts). */
function shownToOne(purposes: readonly Purpose[], note: string): Partial<Membership> {
  return {
    purposes: ["REHIRE", ...purposes.filter((purpose) => purpose !== "REHIRE")],
    purposeNotes: { REHIRE: note },
    audiences: { rehire: "CONTACT" },
  };
}

/** Aoba's employees, department by department; no two of one name. */
export function aobaEmployees(): Person[] {
  const chance = makeChance("aoba employees");
  const next = makeDeals(makeChance("aoba employee names"));
  const names = new Set<string>();
  const departments = Object.entries(employeeDepartments);
  return departments.flatMap(([department, { count, headlines }]) =>
    Array.from({ length: count }, (): Person => {
      const [familyName = "", familyNameKana = ""] = next(familyNames);
      let [givenName = "", givenNameKana = ""] = next(givenNames);
      while (names.has(familyName + givenName)) [givenName = "", givenNameKana = ""] = next(givenNames);
      names.add(familyName + givenName);
      return {
        email: `employee${names.size}.aoba@example.com`,
        locale: "ja",
        timeZone: "Asia/Tokyo",
        note: null,
        memberships: [
          {
            company: "aoba",
            kind: "EMPLOYEE",
            role: "MEMBER",
            status: "ACTIVE",
            daysAgo: employeeDaysAgo(chance),
            familyName,
            givenName,
            familyNameKana,
            givenNameKana,
            preferredName: null,
            formerFamilyName: null,
            formerFamilyNameKana: null,
            joinedOn: employeeJoinedOn(chance, "04-01"),
            leftOn: null,
            department,
            title: chance.pick(employeeTitles),
            area:
              department === "大阪支店" ? "大阪府" : chance.pick(["東京都", "東京都", "千葉県", "神奈川県"]),
            headline: chance.likely(0.85) ? next(headlines) : null,
            about: chance.likely(0.3) ? next(employeeAbouts) : null,
            purposes: chance.picks<Purpose>(
              ["REFERRAL", "COLLABORATION", "MENTORING", "KEEP_IN_TOUCH"],
              1 + chance.integer(3),
            ),
            skills: chance
              .picks(japaneseCareers[department]?.skills ?? [], chance.integer(4))
              .map((skill) => skill.replaceAll("_", " ")),
          },
        ],
      };
    }),
  );
}

function headlinesFor(leaver: Leaver, usual: readonly string[], chance: Chance): readonly string[] {
  if (leaver.reason === "定年") return retiredCareer.headlines;
  if (leaver.reason === "留学" && chance.likely(0.4)) return studyHeadlines;
  if (leaver.reason === "家庭の事情" && chance.likely(0.4)) return familyHeadlines;
  return usual;
}

function purposesFor(leaver: Leaver, chance: Chance): Purpose[] {
  const likely: Purpose[] =
    leaver.reason === "定年"
      ? ["CONTRACT_WORK", "MENTORING", "KEEP_IN_TOUCH"]
      : leaver.reason === "家庭の事情"
        ? ["REHIRE", "CONTRACT_WORK", "KEEP_IN_TOUCH"]
        : ["REHIRE", "REFERRAL", "COLLABORATION", "MENTORING", "KEEP_IN_TOUCH"];
  return chance.picks(likely, 1 + chance.integer(3));
}

function fillIn(headline: string, chance: Chance): string {
  return headline.replace("{業界}", chance.pick(industries)).replace("{町}", chance.pick(towns));
}
