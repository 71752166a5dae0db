import type { audiences } from "#lib/people/audiences.ts";

/** Something in Japanese, in English, or in both. */
export type Words = { ja: string | null; en: string | null };

export const fieldKinds = ["TEXT", "CHOICE", "YEAR"] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** One of those that a field offers. */
type FieldChoice = Words & { id: string };

/** What a company asks of its people besides. */
export type CompanyField = {
  id: string;
  kind: FieldKind;
  name: Words;
  /** Below the name, where one answers; both languages empty for none. */
  hint: Words;
  /** Of the kind CHOICE, in the company's order. */
  choices: FieldChoice[];
  /** Who sees an answer at first. */
  audience: (typeof audiences)[number];
};

/** What somebody answered to one of these: `value` as it is kept, `words` as one reads it. */
export type Detail = { id: string; name: Words; words: Words };

/** What is said of a field, as a form has it. */
export function saidOf({ kind, name, hint, audience, choices }: CompanyField): Omit<CompanyField, "id"> {
  return { kind, name, hint, audience, choices };
}

/** Who sees what was answered to each of these fields, or would. */
export function shownToOf(fields: readonly { id: string; shownTo: CompanyField["audience"] }[]) {
  return Object.fromEntries(fields.map(({ id, shownTo }) => [id, shownTo]));
}

/** What stands there in a language, or else in the other. */
export function inLanguage({ ja, en }: Words, locale: string): string {
  return (locale === "ja" ? (ja ?? en) : (en ?? ja)) ?? "";
}
