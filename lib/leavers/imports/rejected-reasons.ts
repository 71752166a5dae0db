import "server-only";
import { createTranslator } from "use-intl/core";
import { z } from "zod";
import type { Locale } from "#lib/auth/schema.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import type { FoundPerson } from "#lib/leavers/reading/person.ts";
import { decisions, type Problem, type Reason } from "#lib/leavers/schema.ts";

/** A person of an import who is not taken. */
export const rejectedRow = z.object({
  problems: z.array(z.custom<Problem>()),
  rows: z.custom<FoundPerson["from"]>(),
  resembles: z.boolean(),
  decision: z.enum(decisions).nullable(),
});
export type RejectedRow = z.output<typeof rejectedRow>;

/** What a table of those who were not taken says in a language. */
export type Words = {
  column: string;
  archive: string;
  fileOf: (name: string) => string;
  reasonOf: (row: RejectedRow) => string;
};

/** Warnings that keep somebody out until HR says that they leave. */
const doubts: ReadonlySet<Reason> = new Set([
  "no-leaving-date",
  "active-but-left",
  "rehired",
  "changed-since",
] as const);

export async function wordsIn(locale: Locale): Promise<Words> {
  const say = createTranslator({
    locale,
    messages: await loadMessages(locale),
    namespace: "leavers.rejected",
  });
  const sentence = ({ field, reason, like }: Problem): string => {
    const said = say(`reasons.${reason}`, { row: String(like?.row ?? "") });
    const isOfDay = field === "joined" || field === "left" || field === "rehired";
    return isOfDay && ofAnyDay.has(reason)
      ? say("of", { field: say(`fields.${field}`), reason: said })
      : said;
  };
  return {
    column: say("column"),
    archive: say("archive"),
    fileOf: (name) => say("file", { name }),
    reasonOf: ({ problems, resembles, decision }) => {
      const told = problems
        .filter(({ kind, reason }) => kind !== "warning" || doubts.has(reason))
        .map(sentence);
      if (resembles) told.push(say("undecided"));
      return (decision === "LEAVE" ? [say("left")] : [...new Set(told)]).join(say("separator"));
    },
  };
}

/** What may be said of any day: which one it is about is said too. */
const ofAnyDay: ReadonlySet<Reason> = new Set([
  "no-such-date",
  "no-day",
  "two-digit-year",
  "order-undecided",
  "order-mixed",
  "unreadable",
] as const);
