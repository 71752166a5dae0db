import { expect, test } from "vitest";
import { isSearching, newSearch, nextSearch, type Search } from "#components/live/search-state.ts";

type Found = { total: number };

const asked = (search: Search<Found>, q: string) => nextSearch(search, { type: "asked", q });
const answered = (search: Search<Found>, q: string, total: number) =>
  nextSearch(search, { type: "answered", q, answer: { ok: true, data: { total } } });

test("it searches until the answer to the newest words is there, and keeps the last one meanwhile", () => {
  let search = answered(newSearch, "", 0);
  expect(isSearching(search)).toBe(false);
  search = answered(asked(search, "た"), "た", 9);
  search = asked(search, "たか");
  expect(isSearching(search)).toBe(true);
  expect(search.found?.total).toBe(9);
  search = answered(search, "たか", 4);
  expect(isSearching(search)).toBe(false);
  expect(search.found).toMatchObject({ q: "たか", total: 4 });
});

test("an answer that comes too late is dropped", () => {
  const search = answered(asked(asked(newSearch, "た"), "たか"), "たか", 4);
  expect(answered(search, "た", 9)).toBe(search);
});

test("without a connection what was found for other words goes, and the next answer ends it", () => {
  const search = answered(asked(newSearch, "た"), "た", 9);
  const cut = nextSearch(asked(search, "たか"), {
    type: "answered",
    q: "たか",
    answer: { ok: false, code: "offline" },
  });
  expect(cut).toEqual({ q: "たか", found: null, error: { ok: false, code: "offline" } });
  expect(isSearching(cut)).toBe(false);
  expect(answered(cut, "たか", 4)).toMatchObject({ error: null, found: { total: 4 } });
  expect(asked(cut, "たかは").error).toBeNull();
});
