import { headingKey } from "./headings.ts";

/** HR systems, each with headings that stand in its exports together; the first of which all are there is it. */
const systems: readonly (readonly [system: string, ...headings: string[]])[] = [
  ["ジンジャー", "*職場氏名（氏）", "*職場氏名（名）"],
  ["SmartHR", "ビジネスネーム：姓", "在籍状況"],
  ["SmartHR", "姓 (カタカナ)", "名 (カタカナ)", "在籍状況"],
  ["KING OF TIME", "従業員コード", "雇用区分コード"],
  ["ジョブカン", "スタッフコード"],
  ["マネーフォワード", "従業員番号", "在籍状況", "入社年月日"],
  ["freee人事労務", "従業員番号", "姓カナ", "名カナ", "入社日"],
  ["カオナビ", "社員番号", "フリガナ", "所属コード"],
  ["Workday", "Employee ID", "Legal Name - First"],
  ["Workday", "Employee ID", "Supervisory Organization"],
  ["SuccessFactors", "USERID", "COMPANYEXITDATE"],
  ["BambooHR", "Employee #", "Termination Date"],
  ["PeopleForce", "Termination date", "Eligible for rehire"],
  ["Personio", "First name", "Hire date", "Termination date", "Status"],
];

/** The system whose export it looks like, by all that its rows of headings say; null for none. */
export function systemOf(headings: readonly string[]): string | null {
  if (headings.some((heading) => heading.includes("###["))) return "POWER EGG";
  if (headings.filter((heading) => /^E[A-Z]{3}\d{3}$/.test(heading)).length >= 2) return "奉行";
  if (headings.some((heading) => heading.startsWith("業務情報_"))) return "HRMOS";
  const keys = new Set(headings.map(headingKey));
  return systems.find(([, ...own]) => own.every((heading) => keys.has(headingKey(heading))))?.[0] ?? null;
}
