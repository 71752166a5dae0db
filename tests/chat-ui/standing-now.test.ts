import { expect, test } from "vitest";
import { asks, standingNow } from "#components/chat/state/standing-now.ts";
import type { Participant, Thread } from "#lib/chat/schema.ts";
import { me, other } from "./lines.ts";

function thread(kind: Thread["kind"], standing: Thread["standing"], state: Participant["state"]) {
  const card = { displayName: "…", kana: null, formerName: null, monogram: "…", headline: null };
  const person = (memberId: string) => ({ memberId, kind: "EMPLOYEE" as const, ...card });
  const participants: Participant[] = [
    { person: person(me), role: "MEMBER", state: "ACTIVE" },
    { person: person(other), role: "MEMBER", state },
  ];
  return { kind, standing, participants };
}

test("a stranger is written to once, and then one waits", () => {
  const asking = thread("DIRECT", "open", "ASKED");
  expect(standingNow(asking, me, 0)).toBe("open");
  expect(standingNow(asking, me, 1)).toBe("waiting");
});

test("a group is open no matter who of it has not answered yet", () => {
  expect(standingNow(thread("GROUP", "open", "ASKED"), me, 9)).toBe("open");
});

test("with whom one is in touch it stays open; what is closed stays closed", () => {
  expect(standingNow(thread("DIRECT", "open", "ACTIVE"), me, 9)).toBe("open");
  expect(standingNow(thread("DIRECT", "closed", "ACTIVE"), me, 9)).toBe("closed");
});

test("it asks only while the first line to a stranger is not written", () => {
  expect(asks(thread("DIRECT", "open", "ASKED"), me)).toBe(true);
  expect(asks(thread("DIRECT", "open", "ACTIVE"), me)).toBe(false);
  expect(asks(thread("DIRECT", "waiting", "ASKED"), me)).toBe(false);
  expect(asks(thread("GROUP", "open", "ASKED"), me)).toBe(false);
});
