import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { savedSearchSchema } from "#lib/people/input.ts";
import { maxSavedSearches } from "#lib/people/policy.ts";
import {
  listSavedSearches,
  removeSavedSearch,
  renameSavedSearch,
  saveSearch,
} from "#lib/people/saved-searches.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
});
beforeEach(() => database.asOwner("DELETE FROM saved_searches"));

const names = (searches: { name: string }[]) => searches.map(({ name }) => name);

it("a search is saved, named anew, and taken away", async () => {
  await saveSearch(sakura, { name: "品質", query: "q=%E5%93%81" });
  const [first, second] = await saveSearch(sakura, { name: "東京", query: "area=13" });
  expect(names(await listSavedSearches(sakura))).toEqual(["品質", "東京"]);
  expect(names(await renameSavedSearch(sakura, { id: second?.id ?? "", name: "東京の人" }))).toEqual([
    "品質",
    "東京の人",
  ]);
  expect(names(await removeSavedSearch(sakura, { id: first?.id ?? "" }))).toEqual(["東京の人"]);
  expect(names(await removeSavedSearch(sakura, { id: first?.id ?? "" }))).toEqual(["東京の人"]);
});

it("the same search is saved once, under its last name", async () => {
  await saveSearch(sakura, { name: "東京", query: "area=13" });
  expect(names(await saveSearch(sakura, { name: "首都", query: "area=13" }))).toEqual(["首都"]);
});

it("is nobody else's: not to see, to name or to take away", async () => {
  const [search] = await saveSearch(sakura, { name: "東京", query: "area=13" });
  const id = search?.id ?? "";
  expect(await listSavedSearches(kosaku)).toEqual([]);
  await expect(renameSavedSearch(kosaku, { id, name: "x" })).rejects.toThrow();
  expect(await removeSavedSearch(kosaku, { id })).toEqual([]);
  expect(names(await listSavedSearches(sakura))).toEqual(["東京"]);
});

it("twenty are kept, also of several at once; of these the last may still be named anew", async () => {
  const save = (number: number) => saveSearch(sakura, { name: `${number}`, query: `q=${number}` });
  const all = await Promise.allSettled(Array.from({ length: maxSavedSearches + 3 }, (_, at) => save(at)));
  const refused = all.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toMatchObject([1, 2, 3].map(() => ({ fields: { query: "tooMany" } })));
  const [kept] = await listSavedSearches(sakura);
  expect(await saveSearch(sakura, { name: "neu", query: kept?.query ?? "" })).toHaveLength(maxSavedSearches);
});

it("a search is saved without where one was in its answer, and not when nothing is asked", () => {
  const parse = (query: string) => savedSearchSchema.safeParse({ name: " 東京 ", query });
  expect(parse("area=13&after=abc&from=x").data).toEqual({ name: "東京", query: "area=13", watched: false });
  expect(parse("after=abc").success).toBe(false);
  expect(savedSearchSchema.safeParse({ name: " ", query: "area=13" }).success).toBe(false);
});
