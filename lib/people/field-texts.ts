import { z } from "zod";
import { fieldKinds } from "#lib/people/details.ts";

/** What search texts and facets need to know of a company's field, as its row has it. */
export const fieldWordsSchema = z.object({
  id: z.uuid(),
  kind: z.enum(fieldKinds),
  mark: z.int(),
  choices: z.array(z.object({ id: z.string(), ja: z.string().nullable(), en: z.string().nullable() })),
});
export type FieldWords = z.output<typeof fieldWordsSchema>;

/** Of what somebody answered, by the fields, what they are found by, and what they chose. A year is neither. */
export function answerTexts(details: Record<string, string>, fields: readonly FieldWords[]) {
  const answered = fields.flatMap((field) => {
    const answer = details[field.id];
    return answer === undefined || field.kind === "YEAR" ? [] : [{ field, answer }];
  });
  return {
    details: answered.map(({ field: { mark, kind, choices }, answer }) => {
      const name = choices.find(({ id }) => id === answer);
      return { mark, words: kind === "TEXT" ? [answer] : [name?.ja ?? null, name?.en ?? null] };
    }),
    chosen: answered.flatMap(({ field: { id, kind }, answer }) =>
      kind === "CHOICE" ? [{ field: id, choice: answer }] : [],
    ),
  };
}
