import { displayName } from "#lib/people/names.ts";
import { aobaAlumni } from "./world/aoba-alumni.ts";
import { aobaEmployees } from "./world/aoba-employees.ts";
import { larkfieldNamed } from "./world/larkfield-named.ts";
import type { CompanySlug } from "./world/types.ts";

/** The two companies of the sample world. */
export const companies = {
  aoba: {
    slug: "aoba",
    name: "青葉化学工業株式会社",
    nameEn: "Aoba Chemical",
    foundBy: ["青葉化学", "青葉", "あおばかがくこうぎょう", "あおばかがく", "あおば"],
    mailDomains: ["aoba-chemical.example"],
    accentHue: 155,
  },
  larkfield: {
    slug: "larkfield",
    name: "Larkfield Materials",
    nameEn: "Larkfield Materials",
    foundBy: ["Larkfield", "ラークフィールド"],
    mailDomains: ["larkfield.example"],
    accentHue: 262,
  },
} as const satisfies Record<
  CompanySlug,
  {
    slug: CompanySlug;
    name: string;
    nameEn: string;
    foundBy: readonly string[];
    mailDomains: readonly string[];
    accentHue: number;
  }
>;

/** The people whom the tests and the README's tour use. All others are made by world/people.ts. */
export const people = { ...aobaEmployees, ...aobaAlumni, ...larkfieldNamed };

/** The named people, once each, as a list to sign in from: in the company that they are first known in. */
export const namedPeople: readonly {
  email: string;
  displayName: string;
  company: CompanySlug;
  note: { ja: string; en: string };
}[] = Object.values(people).map(({ email, note, memberships: [first] }) => ({
  email,
  displayName: displayName(first),
  company: first.company,
  note,
}));
