import { noNames, type Person } from "./types.ts";

const polymers = "R&D > Polymers";

/** The named people of Larkfield; 高橋 千夏 stands in aoba-alumni.ts. */
export const larkfieldNamed = {
  hannah: {
    email: "hannah@example.org",
    locale: "en",
    timeZone: "Europe/Berlin",
    note: {
      ja: "Larkfield の社員。ベルリンのプロジェクトリーダーです。",
      en: "Employee of Larkfield, a project lead in Berlin.",
    },
    memberships: [
      {
        ...noNames,
        company: "larkfield",
        kind: "EMPLOYEE",
        role: "MEMBER",
        status: "ACTIVE",
        daysAgo: 690,
        familyName: "Whitfield",
        givenName: "Hannah",
        joinedOn: "2017-05-02",
        leftOn: null,
        department: polymers,
        title: "Project Lead",
        area: "Berlin",
        headline: "Project lead for the pilot line; a chemist who learnt to love calendars",
        about: "Came for a year, stayed.\nHappy to talk about moving from the bench into project work.",
        purposes: ["MENTORING", "REFERRAL", "KEEP_IN_TOUCH"],
        skills: ["Project management", "Polymer processing", "German"],
      },
    ],
  },
  rachel: {
    email: "rachel@example.org",
    locale: "en",
    timeZone: "Europe/Berlin",
    note: {
      ja: "Larkfield の人事責任者で、オーナーです。",
      en: "Head of people and owner at Larkfield.",
    },
    memberships: [
      {
        ...noNames,
        company: "larkfield",
        kind: "EMPLOYEE",
        role: "OWNER",
        status: "ACTIVE",
        daysAgo: 728,
        familyName: "Adeyemi",
        givenName: "Rachel",
        joinedOn: "2013-09-01",
        leftOn: null,
        department: "People",
        title: "Head of People",
        area: "Berlin",
        headline: "Head of People. Write to me before you write an application",
        about: "I look after those who are here, and keep a light on for those who were.",
        purposes: ["REHIRE", "REFERRAL", "KEEP_IN_TOUCH"],
        skills: ["Recruiting", "Employment law", "Coaching"],
      },
    ],
  },
  tomas: {
    email: "tomas@example.net",
    locale: "en",
    timeZone: "America/Chicago",
    note: {
      ja: "Larkfield のアルムナイ。「tomas」でも「Tomás」でも見つかります。",
      en: "Alumnus of Larkfield; tomas finds him as well as Tomás.",
    },
    memberships: [
      {
        ...noNames,
        company: "larkfield",
        kind: "ALUMNUS",
        role: "MEMBER",
        status: "ACTIVE",
        daysAgo: 660,
        familyName: "Arregui",
        givenName: "Tomás",
        joinedOn: "2009-02-16",
        leftOn: "2020-11-30",
        department: polymers,
        title: "Principal Engineer",
        area: "Houston",
        headline: "Independent process engineer; built half of the hydrogenation bench",
        about:
          "Eleven years in Polymers, most of them next to one noisy reactor.\nOpen to contract work, two days a week.",
        purposes: ["CONTRACT_WORK", "MENTORING", "KEEP_IN_TOUCH"],
        skills: ["Process engineering", "Hydrogenation", "Commissioning", "Spanish"],
      },
    ],
  },
} as const satisfies Record<string, Person>;
