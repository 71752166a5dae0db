import type { CompanyField, Detail, Words } from "./details.ts";

/** What was answered to these fields, in the company's order; a choice by its name. */
export function detailsOf(fields: readonly CompanyField[], answers: Record<string, string>): Detail[] {
  return fields.flatMap((field) => {
    const words = wordsOf(field, answers[field.id]);
    return words ? [{ id: field.id, name: field.name, words }] : [];
  });
}

function wordsOf({ kind, choices }: CompanyField, answer: string | undefined): Words | undefined {
  if (answer === undefined) return undefined;
  if (kind === "CHOICE") return choices.find(({ id }) => id === answer);
  return { ja: answer, en: answer };
}
