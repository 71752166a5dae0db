import { expect, test } from "vitest";
import { sendMessageSchema, watchPresenceSchema } from "#lib/chat/input.ts";
import { maxFiles, maxMentions, maxTextLength } from "#lib/chat/policy.ts";
import { maxPacketBytes } from "#lib/realtime/cuts.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { signIn } from "#tests/support/people.ts";
import { runSidecar } from "#tests/support/sidecar.ts";

const database = openTestDatabase();
let output = "";
const sidecar = runSidecar(database, {
  env: { LOG_LEVEL: "info" },
  onOutput: (text) => {
    output += text;
  },
});
const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());

test.each([
  [
    "message",
    sendMessageSchema,
    {
      threadId: crypto.randomUUID(),
      clientId: crypto.randomUUID(),
      // A control character takes the most bytes: \\u0001.
      text: `x${"\u0001".repeat(maxTextLength - 2)}x`,
      quoted: 2_147_483_647,
      mentions: ids(maxMentions),
      files: ids(maxFiles),
    },
  ],
  ["look at who is here", watchPresenceSchema, { memberIds: ids(200) }],
])("the longest %s fits into a packet", (_, schema, input) => {
  expect(schema.safeParse(input).success).toBe(true);
  expect(Buffer.byteLength(JSON.stringify(input)) * 2).toBeLessThan(maxPacketBytes);
});

test("a socket that says too much at once is cut, and the log says why and whose it was", async () => {
  const { token } = await signIn(database, "sakura");
  const socket = await sidecar.connect({ token });
  const cut = new Promise((resolve) => socket.once("disconnect", resolve));
  socket.emit("message:send", { threadId: "", clientId: "", text: "x".repeat(maxPacketBytes) }, () => {});
  await cut;
  await eventually(() => expect(output).toContain("it said more than fits into one packet"));
  expect(output).not.toContain("xxx");
});
