import { expect, test, vi } from "vitest";
import { type Sending, sendBatch } from "#lib/chat/send-batch.ts";
import { commitMessage } from "#lib/chat/sending.ts";
import { DatabaseAway } from "#lib/database-away.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

vi.mock("#lib/chat/send-batch.ts", { spy: true });

const database = openTestDatabase();

test("what is left of a batch that failed is answered at once when the database goes away meanwhile", async () => {
  const viewer = await viewerOf(database, "sakura", "aoba");
  const away = new DatabaseAway("no answer", null);
  const asked: number[] = [];
  const failures = [away, new Error("one of them is refused"), away];
  vi.mocked(sendBatch).mockImplementation(async (batch: Omit<Sending, "outcome">[]) => {
    asked.push(batch.length);
    throw failures.shift() ?? new Error("nothing is asked again");
  });
  const answers = await Promise.allSettled(
    ["一", "二", "三", "四"].map((text) =>
      commitMessage(viewer, {
        threadId: crypto.randomUUID(),
        clientId: crypto.randomUUID(),
        text,
        mentions: [],
        files: [],
      }),
    ),
  );
  expect(asked).toEqual([1, 3, 1]);
  expect(answers.map((answer) => answer.status === "rejected" && answer.reason)).toEqual(
    answers.map(() => away),
  );
});
