import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type MessageSet, messageSets } from "#lib/i18n/message-sets.ts";
import { messages } from "#lib/i18n/messages/ja/index.ts";
import { joinMessages, pickMessages } from "#lib/i18n/pick-messages.ts";
import { readSources } from "#tests/architecture/imports.ts";

// Which set a folder's layout adds to those of the folders around it; the deepest come first.
const sets: [folder: string, name: MessageSet][] = [
  ["app/c/[company]/chat/", "chat"],
  ["app/c/[company]/desk/leavers/import/", "imports"],
  ["app/c/[company]/desk/leavers/", "leavers"],
  ["app/c/[company]/desk/", "desk"],
  ["app/c/[company]/directory/", "directory"],
  ["app/c/[company]/feed/", "feed"],
  ["app/c/[company]/profile/", "profile"],
  ["app/c/[company]/settings/", "settings"],
  ["app/c/[company]/welcome/", "welcome"],
  ["app/c/[company]/", "company"],
  ["app/(public)/", "public"],
  ["app/kit/", "kit"],
  ["app/", "root"],
];

const sources = readSources(".", ["{app,components}/**/*.{ts,tsx}"]);
const text = new Map(sources.files.map((file) => [file, readFileSync(file, "utf8")]));
const importsOf = Map.groupBy(
  sources.imports.filter(({ typeOnly }) => !typeOnly),
  ({ from }) => from,
);
const keys = listKeys(messages);

test.each(sets)("what the browser says below %s has its words there", (folder, name) => {
  expect(text.get(`${folder}layout.tsx`)).toContain(`<PageMessages of="${name}">`);
  const around = sets.filter(([outer]) => folder.startsWith(outer));
  const known = new Set(around.flatMap(([, set]) => listKeys(pickMessages(messages, messageSets[set]))));
  const missing = browserFiles(entriesOf(folder)).flatMap((file) =>
    keysIn(text.get(file) ?? "")
      .filter((key) => keys.includes(key) && !known.has(key))
      .map((key) => `${file}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test("a set that names what is not there is refused", () => {
  expect(() => pickMessages(messages, ["chat.nothing"])).toThrow("chat.nothing");
});

test("of a namespace its own words may be picked alone, and parts of one join", () => {
  expect(
    pickMessages({ chat: { title: "Chat", lost: { title: "Lost" }, link: {} } }, ["chat.*", "chat.lost"]),
  ).toEqual({
    chat: { title: "Chat", lost: { title: "Lost" } },
  });
});

test("words of several sets join, and none is changed by it", () => {
  const one = { chat: { title: "Chat", lost: { title: "Lost" } } };
  const other = { chat: { lost: { text: "Gone" } }, feed: { title: "Feed" } };
  expect(joinMessages(one, other)).toEqual({
    chat: { title: "Chat", lost: { title: "Lost", text: "Gone" } },
    feed: { title: "Feed" },
  });
  expect(one).toEqual({ chat: { title: "Chat", lost: { title: "Lost" } } });
});

/** The pages and layouts of a folder, without those that a deeper one has a set for. */
function entriesOf(folder: string): string[] {
  const deeper = sets.filter(([other]) => other !== folder && other.startsWith(folder));
  return globSync("app/**/*.tsx")
    .filter((file) => file.startsWith(folder) && !deeper.some(([other]) => file.startsWith(other)))
    .filter((file) => !file.endsWith("global-error.tsx"));
}

/** What of all that these files reach runs in a browser: below "use client". */
function browserFiles(entries: string[]): string[] {
  const seen = new Map<string, boolean>();
  const queue = entries.map((file) => ({ file, inBrowser: false }));
  for (const { file, inBrowser } of queue) {
    const source = text.get(file);
    // A server action's code stays on the server.
    if (source === undefined || /^"use server"/.test(source)) continue;
    const runs = inBrowser || /^"use client"/.test(source);
    if (seen.get(file) || (seen.has(file) && !runs)) continue;
    seen.set(file, runs);
    for (const { to } of importsOf.get(file) ?? []) queue.push({ file: to, inBrowser: runs });
  }
  return [...seen].flatMap(([file, runs]) => (runs ? file : []));
}

/**
 * The messages that a file may say: by a namespace and a key, or by a whole path. A key that is put together means all of its kind, one that
 * is a variable all of its namespace.
 */
function keysIn(source: string): string[] {
  const whole = [...source.matchAll(/"([a-z]\w*(?:\.\w+)+)"/g)].flatMap(([, path]) => path ?? []);
  const named = [...source.matchAll(/(\w+) = useTranslations\(["'`]([^"'`]+)["'`]\)/g)].flatMap(
    ([, name, namespace]) => {
      const calls = [
        ...source.matchAll(new RegExp(`\\b${name}(?:\\.rich|\\.has)?\\(\\s*(["\`])([^"\`]*)\\1`, "g")),
      ];
      const chosen = [
        ...source.matchAll(new RegExp(`\\b${name}(?:\\.rich|\\.has)?\\(\\s*([^\\s"'\`)][^()]*)`, "g")),
      ].map(([, choice = ""]) => [...choice.matchAll(/"([^"]+)"/g)].map(([, key]) => `${namespace}.${key}`));
      return [
        ...chosen.flatMap((named) =>
          named.length > 0 ? named : keys.filter((one) => one.startsWith(`${namespace}.`)),
        ),
        ...calls.flatMap(([, , key = ""]) => {
          const [fixed = "", ...rest] = `${namespace}.${key}`.split("${");
          return rest.length > 0 ? keys.filter((one) => one.startsWith(fixed)) : [fixed];
        }),
      ];
    },
  );
  const atOnce = [...source.matchAll(/useTranslations\("([^"]+)"\)\("([^"]+)"\)/g)];
  return [...whole, ...named, ...atOnce.map(([, namespace, key]) => `${namespace}.${key}`)];
}

function listKeys(tree: object, prefix = ""): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === "object" && value !== null ? listKeys(value, `${prefix}${name}.`) : [prefix + name],
  );
}
