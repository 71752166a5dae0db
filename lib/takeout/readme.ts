import "server-only";
import { createTranslator } from "use-intl/core";
import { type Locale, locales } from "#lib/auth/schema.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import type { Part, ValuesName } from "./part.ts";
import { parts } from "./parts.ts";
import { keptDays } from "./schema.ts";
import type { Begun } from "./state.ts";

/** What README.txt says of a takeout, in every language of ours: what each file is, and what its columns and their values mean. */
export async function writeReadme(begun: Begun): Promise<string> {
  const texts = await Promise.all(locales.map((locale) => inOne(locale, begun)));
  return `\ufeff${texts.join(`\n${"=".repeat(60)}\n\n`)}`.replaceAll("\n", "\r\n");
}

async function inOne(locale: Locale, { company, madeAt }: Begun): Promise<string> {
  const messages = await loadMessages(locale);
  const text = createTranslator({ locale, messages, namespace: "takeout.readme" });
  const tables = createTranslator({ locale, messages, namespace: "takeout.parts" });
  const lines = [
    text("title", { company: locale === "ja" ? company.name : company.nameEn }),
    text("made", { madeAt: madeAt.slice(0, 16).replace("T", " "), days: keptDays }),
    "",
    text("data"),
    text("times"),
    text("tables"),
    text("formulas"),
    text("values"),
    text("files"),
    "",
    ...parts.flatMap(({ name, columns, values = {} }: Part) => [
      `csv/${name}.csv`,
      ...[tables(name), `(${columns.join(", ")})`, ...meaningsOf(messages, values)].map(
        (line) => `    ${line}`,
      ),
    ]),
    "",
    text("notHere"),
    ...(["others", "secrets", "blocked", "derived", "mails", "left"] as const).map((one) => `- ${text(one)}`),
    "",
  ];
  return lines.join("\n");
}

type Messages = Awaited<ReturnType<typeof loadMessages>>;

/** A line for each column of few values: what each of these means. */
function meaningsOf({ people, takeout }: Messages, values: Record<string, ValuesName>): string[] {
  return Object.entries(values).map(([column, name]) => {
    const meanings = Object.entries(name === "purposes" ? people.purposes : takeout.values[name]);
    return `${column}: ${meanings.map(([value, meaning]) => `${value} = ${meaning}`).join("; ")}`;
  });
}
