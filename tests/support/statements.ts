import pg from "pg";
import { vi } from "vitest";
import { z } from "zod";

const statementSchema = z.union([
  z.string().transform((text) => ({ text, name: undefined, values: [] })),
  z.object({
    text: z.string(),
    name: z.string().optional(),
    values: z.array(z.unknown()).default([]),
  }),
]);
export type Statement = z.output<typeof statementSchema>;

/** What `work` asked the database through our pools; one message is one. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  // A transaction that only reads ends when nobody waits for it.
  const endOfReads = () => new Promise((resolve) => setTimeout(resolve, 50));
  await endOfReads();
  const spy = vi.spyOn(pg.Client.prototype, "query");
  await work();
  await endOfReads();
  const asked = spy.mock.calls.map(([given]) => statementSchema.parse(given));
  spy.mockRestore();
  return asked;
}
