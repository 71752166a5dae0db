import { idAt } from "#lib/ids.ts";
import { makeChance } from "./chance.ts";
import type { CompanySlug, Membership } from "./types.ts";

type Choice = { id: string; ja: string; en: string };
type Audience = "NOBODY" | "ALUMNI" | "EMPLOYEES" | "EVERYONE";

export type FieldRow = {
  companyId: string;
  id: string;
  kind: "TEXT" | "CHOICE" | "YEAR";
  nameJa: string;
  nameEn: string;
  hintJa: string | null;
  hintEn: string | null;
  choices: readonly Choice[];
  nextChoice: number;
  audience: Audience;
  place: number;
  mark: number;
};
export type LimitRow = { companyId: string; field: string; widest: "EMPLOYEES" };
export type Details = Record<string, { value: string; audience: Audience }>;

const sites: readonly Choice[] = [
  { id: "1", ja: "日本橋本社", en: "Nihonbashi head office" },
  { id: "2", ja: "直江津工場", en: "Naoetsu works" },
  { id: "3", ja: "伊勢工場", en: "Ise works" },
  { id: "4", ja: "つくば分室", en: "Tsukuba annexe" },
];
const clubs: readonly Choice[] = [
  { id: "1", ja: "山岳部", en: "Mountaineering" },
  { id: "2", ja: "吹奏楽団", en: "Wind band" },
  { id: "3", ja: "将棋部", en: "Shogi" },
];

/** What 青葉化学工業 asks of its people besides; Larkfield asks nothing. */
export function makeFields(companyIds: ReadonlyMap<CompanySlug, string>, opened: number): FieldRow[] {
  const chance = makeChance("fields");
  const asked = [
    { kind: "CHOICE", nameJa: "初任地", nameEn: "First site", choices: sites, audience: "EVERYONE" },
    { kind: "CHOICE", nameJa: "社内の部活", nameEn: "Company club", choices: clubs, audience: "EVERYONE" },
    { kind: "TEXT", nameJa: "職場での呼び名", nameEn: "Called at work", choices: [], audience: "EMPLOYEES" },
  ] as const;
  return asked.map((field, place) => ({
    companyId: companyIds.get("aoba") ?? "",
    id: idAt(opened, chance.bytes(10)),
    hintJa: field.kind === "TEXT" ? "いちばん長く呼ばれていた名前を" : null,
    hintEn: field.kind === "TEXT" ? "The name you went by the longest" : null,
    nextChoice: field.choices.length + 1,
    place,
    mark: place,
    ...field,
  }));
}

/** 青葉化学工業 shows links to employees at most; Larkfield leaves all to its people. */
export function makeLimits(companyIds: ReadonlyMap<CompanySlug, string>): LimitRow[] {
  return [{ companyId: companyIds.get("aoba") ?? "", field: "links", widest: "EMPLOYEES" }];
}

/** What somebody answered, the same each time: a third say where they began, some in which club they were. */
export function drawDetails(membership: Membership, fields: readonly FieldRow[]): Details {
  const { company, familyName, givenName, joinedOn, status } = membership;
  const chance = makeChance(`details of ${familyName} ${givenName} ${joinedOn}`);
  if (company !== "aoba" || status !== "ACTIVE") return {};
  const answers = fields.flatMap(({ id, choices, audience }, index) => {
    if (choices.length === 0 || !chance.likely(index === 0 ? 0.35 : 0.15)) return [];
    return [[id, { value: chance.pick(choices).id, audience: chance.likely(0.1) ? "ALUMNI" : audience }]];
  });
  return Object.fromEntries(answers);
}
