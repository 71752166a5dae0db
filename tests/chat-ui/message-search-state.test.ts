import { describe, expect, test } from "vitest";
import {
  isSearching,
  type MessageSearchEvent,
  type MessageSearchState,
  nextMessageSearch,
  openMessageSearch,
} from "#components/chat/search/use-message-search.ts";
import type { MessageHit } from "#lib/chat/schema.ts";
import { idOf, threadId } from "./lines.ts";

function hit(number: number): MessageHit {
  const author = { memberId: idOf(9), kind: "EMPLOYEE", displayName: "大野", kana: null } as const;
  return {
    id: idOf(number),
    threadId,
    kind: "DIRECT",
    threadName: "大野",
    number,
    author: { ...author, formerName: null, monogram: "大", headline: null },
    sentAt: "2026-11-22T00:00:00.000Z",
    excerpt: [],
  };
}
const answer = (numbers: number[], more = false) => ({
  ok: true as const,
  data: { hits: numbers.map(hit), more },
});
const searchOf = (...events: MessageSearchEvent[]): MessageSearchState =>
  events.reduce(nextMessageSearch, openMessageSearch("", null));
const numbers = ({ found }: MessageSearchState) => found?.hits.map(({ number }) => number);

describe("a search", () => {
  test("is under way until its own answer comes", () => {
    expect(isSearching(searchOf({ type: "asked", q: "京都" }))).toBe(true);
    const other = searchOf({ type: "asked", q: "京都" }, { type: "answered", q: "京", answer: answer([1]) });
    expect(isSearching(other)).toBe(true);
    expect(numbers(other)).toBeUndefined();
    const own = nextMessageSearch(other, { type: "answered", q: "京都", answer: answer([2]) });
    expect(isSearching(own)).toBe(false);
    expect(numbers(own)).toEqual([2]);
  });

  test("keeps what it found while one types on", () => {
    const state = searchOf(
      { type: "asked", q: "京" },
      { type: "answered", q: "京", answer: answer([1, 2]) },
      { type: "asked", q: "京都" },
    );
    expect(numbers(state)).toEqual([1, 2]);
    expect(isSearching(state)).toBe(true);
  });

  test("of nothing is none", () => {
    expect(isSearching(openMessageSearch("", null))).toBe(false);
    expect(isSearching(openMessageSearch("京都", { hits: [], more: false }))).toBe(false);
  });

  test("that failed says so until other words are asked for", () => {
    const failed = searchOf(
      { type: "asked", q: "京" },
      { type: "answered", q: "京", answer: { ok: false, code: "offline" } },
    );
    expect(failed.error?.code).toBe("offline");
    expect(nextMessageSearch(failed, { type: "asked", q: "京都" }).error).toBeNull();
  });
});

describe("the next page", () => {
  const first: MessageSearchEvent[] = [
    { type: "asked", q: "京" },
    { type: "answered", q: "京", answer: answer([3, 2], true) },
    { type: "more", q: "京" },
  ];

  test("goes on below, each message once", () => {
    const state = searchOf(...first, { type: "answered more", q: "京", answer: answer([2, 1]) });
    expect(numbers(state)).toEqual([3, 2, 1]);
    expect(state).toMatchObject({ fetching: false, found: { more: false } });
  });

  test("of words that are no longer wanted is dropped", () => {
    const state = searchOf(
      ...first,
      { type: "asked", q: "奈" },
      { type: "answered more", q: "京", answer: answer([1]) },
    );
    expect(numbers(state)).toEqual([3, 2]);
  });

  test("that failed leaves what is there", () => {
    const state = searchOf(...first, {
      type: "answered more",
      q: "京",
      answer: { ok: false, code: "offline" },
    });
    expect(numbers(state)).toEqual([3, 2]);
    expect(state).toMatchObject({ fetching: false, error: { code: "offline" } });
  });
});
