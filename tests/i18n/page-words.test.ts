import { expect, test } from "vitest";
import { GET } from "#app/api/words/[locale]/[set]/[version]/route.ts";
import { compileMessages } from "#lib/i18n/compile-messages.ts";
import { heldWords } from "#lib/i18n/held-words.ts";
import { messageSets } from "#lib/i18n/message-sets.ts";
import { messages as ja } from "#lib/i18n/messages/ja/index.ts";
import { findPageWords } from "#lib/i18n/page-words.ts";
import { pickMessages } from "#lib/i18n/pick-messages.ts";

test("a set of words is made once, and rendered here by what browsers get", async () => {
  const words = await findPageWords("ja", "feed");
  expect(await findPageWords("ja", "feed")).toBe(words);
  const picked = pickMessages(compileMessages(ja), messageSets.feed);
  expect(JSON.parse(words.json)).toEqual(picked);
  expect(heldWords().get(words.address)).toEqual(picked);
});

test("other words have another address", async () => {
  const sets = await Promise.all([
    findPageWords("ja", "feed"),
    findPageWords("en", "feed"),
    findPageWords("ja", "chat"),
  ]);
  expect(new Set(sets.map(({ address }) => address)).size).toBe(3);
  expect(new Set(sets.map(({ version }) => version)).size).toBe(3);
});

test("a browser keeps what it asked for; who asks for another version gets what there is, and keeps nothing", async () => {
  const { address, version, json } = await findPageWords("en", "chat");
  expect(address).toBe(`/api/words/en/chat/${version}`);
  const answer = await ask("en", "chat", version);
  expect(await answer.text()).toBe(json);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const outdated = await ask("en", "chat", "before");
  expect(await outdated.text()).toBe(json);
  expect(outdated.headers.get("cache-control")).toBe("no-store");
});

test.each([
  ["fr", "chat"],
  ["ja", "nothing"],
  ["ja", "constructor"],
])("there are no words %s/%s", async (locale, set) => {
  expect((await ask(locale, set, "any")).status).toBe(404);
});

function ask(locale: string, set: string, version: string): Promise<Response> {
  const params = Promise.resolve({ locale, set, version });
  return GET(new Request("http://localhost/"), { params });
}
