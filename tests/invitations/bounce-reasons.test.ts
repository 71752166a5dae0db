import { expect, test } from "vitest";
import { bounceReason } from "#lib/invitations/bounce-reasons.ts";

test.each([
  ["550 5.1.1 mailbox does not exist", "address"],
  ["5.1.10 550 RecipientNotFound", "address"],
  ["552 5.2.2 over quota", "full"],
  ["554 5.7.1 Message rejected as spam", "refused"],
  ["451 4.7.1 come back later", null],
])("%s is: %s", (answer, reason) => {
  expect(bounceReason(answer)).toBe(reason);
});
