import type { PeopleRows } from "./people-rows.ts";
import { day } from "./times.ts";
import type { CompanySlug } from "./types.ts";

const purposes: Record<CompanySlug, { textJa: string | null; textEn: string | null }> = {
  aoba: {
    textJa:
      "青葉化学工業は、退職された方の氏名、在籍期間、所属、連絡先を、退職者ネットワークへのご招待と運営、ご希望に応じた再雇用や業務委託のご案内、同窓の催しのご案内に限って利用します。ご本人が参加されるまで、情報がほかの方に見えることはありません。ご案内は、いつでもお断りいただけます。",
    textEn: null,
  },
  larkfield: {
    textJa: null,
    textEn:
      "Larkfield uses the names, years, departments and contact details of those who left to invite them to its alumni network, to tell them of openings as far as they wish, and to invite them to reunions. Nobody else sees anything of them before they join, and they may say no at any time.",
  },
};

/** What each company says it keeps leavers' records for, as its first of HR wrote it when the network opened. */
export function makePurposes({ companies, members }: Pick<PeopleRows, "companies" | "members">, now: number) {
  return companies.flatMap(({ id: companyId, slug }) => {
    const texts = Object.entries(purposes).find(([company]) => company === slug)?.[1];
    const author = members.find((member) => member.companyId === companyId && member.role !== "MEMBER");
    if (!texts || !author) return [];
    const writtenAt = new Date(now - 700 * day).toISOString();
    return [{ companyId, version: 1, ...texts, writtenAt, writtenById: author.id }];
  });
}
