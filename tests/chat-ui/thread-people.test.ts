import { expect, test } from "vitest";
import { countPeople } from "#components/chat/threads/thread-people.ts";
import type { ParticipantState } from "#lib/chat/schema.ts";
import { idOf } from "./lines.ts";

function participant(state: Exclude<ParticipantState, "DECLINED" | "BARRED">, index: number) {
  const card = { displayName: "…", kana: null, formerName: null, monogram: "…", headline: null };
  return {
    person: { memberId: idOf(index), kind: "EMPLOYEE" as const, ...card },
    role: "MEMBER" as const,
    state,
  };
}

test("who was only asked is counted apart, and who went is not", () => {
  const participants = (["ACTIVE", "ASKED", "ACTIVE", "LEFT", "ASKED", "ASKED"] as const).map(participant);
  expect(countPeople({ participants })).toEqual({ count: 2, invited: 3 });
});
