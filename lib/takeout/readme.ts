import "server-only";
import { createTranslator } from "use-intl/core";
import { type Locale, locales } from "#lib/auth/schema.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { parts } from "./parts.ts";
import { keptDays } from "./schema.ts";
import type { Begun } from "./state.ts";

/** What README.txt says of a takeout, in every language of ours: what each file is, and what its columns mean. */
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
    text("files"),
    "",
    ...parts.map(({ name, columns }) => `csv/${name}.csv\n    ${tables(name)}\n    (${columns.join(", ")})`),
    "",
    text("notHere"),
    ...(["others", "secrets", "blocked", "derived", "mails", "left"] as const).map((one) => `- ${text(one)}`),
    "",
  ];
  return lines.join("\n");
}
