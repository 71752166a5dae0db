import compile from "icu-minify/compile";
import formatByUseIntl from "use-intl/format-message";
import formatInBrowser from "use-intl/format-message/format-only";
import { expect, test } from "vitest";
import { compileMessages } from "#lib/i18n/compile-messages.ts";
import formatOnServer from "#lib/i18n/format-message.ts";
import { messages as en } from "#lib/i18n/messages/en/index.ts";
import { messages as ja } from "#lib/i18n/messages/ja/index.ts";

type Options = Parameters<typeof formatOnServer>[3];
type Values = NonNullable<Parameters<typeof formatOnServer>[2]>;

test.each([
  ["ja", ja],
  ["en", en],
])(
  "every message in %s is the same from its compiled form, on the server and in use-intl's own way",
  (locale, messages) => {
    const options = optionsOf(locale);
    const unlike = leaves(messages).flatMap((message) =>
      [0, 1, 2, 1234].flatMap((number) =>
        valuesOf(message, number).flatMap((values) => {
          const expected = formatByUseIntl("", message, values, options);
          const shown = [
            formatInBrowser("", compile(message), values, options),
            formatOnServer("", message, values, options),
            formatOnServer("", compile(message), values, options),
          ];
          return shown.every((one) => JSON.stringify(one) === JSON.stringify(expected))
            ? []
            : { message, shown };
        }),
      ),
    );
    expect(unlike).toEqual([]);
  },
);

test("messages are compiled once, into what a browser reads as it is", () => {
  expect(compileMessages(ja)).toBe(compileMessages(ja));
  const { a } = compileMessages({ a: { b: "{n, plural, other {#人}}", c: "はい" } });
  expect(JSON.parse(JSON.stringify(a))).toEqual({ b: [["n", 2, { other: [0, "人"] }]], c: "はい" });
});

function leaves(words: object): string[] {
  return Object.values(words).flatMap((value) => (typeof value === "string" ? value : leaves(value)));
}

/** Values for all that a message takes: of what it selects by, one set for each choice. */
function valuesOf(message: string, number: number): Values[] {
  const selects = [...message.matchAll(/\{(\w+), select,/g)].map(([, name = ""]) => name);
  const choices =
    selects.length > 0 ? [...message.matchAll(/(\w+) \{/g)].map(([, choice = ""]) => choice) : [""];
  return choices.map((choice) => ({
    ...Object.fromEntries([...message.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, `<${name}>`])),
    ...Object.fromEntries(
      [...message.matchAll(/\{(\w+), (?:number|plural)/g)].map(([, name = ""]) => [name, number]),
    ),
    ...Object.fromEntries(selects.map((name) => [name, choice])),
    ...Object.fromEntries(
      [...message.matchAll(/<(\w+)>/g)].map(([, name = ""]) => [name, (inner: unknown) => `[${inner}]`]),
    ),
  }));
}

function optionsOf(locale: string): Options {
  return {
    locale,
    cache: {
      dateTime: {},
      list: {},
      message: {},
      number: {},
      pluralRules: {},
      relativeTime: {},
      displayNames: {},
    },
    formatters: {
      getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
      getDisplayNames: (...args) => new Intl.DisplayNames(...args),
      getListFormat: (...args) => new Intl.ListFormat(...args),
      getNumberFormat: (...args) => new Intl.NumberFormat(...args),
      getPluralRules: (...args) => new Intl.PluralRules(...args),
      getRelativeTimeFormat: (...args) => new Intl.RelativeTimeFormat(...args),
    },
  };
}
