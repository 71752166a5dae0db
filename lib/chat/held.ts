import "server-only";
import { z } from "zod";
import { NotFound } from "#lib/errors.ts";

const rows = z.tuple([z.object({ done: z.boolean() })]);

/** Waits for a function of the database that says in its column `done` whether it could do what it was asked. Throws NotFound if not. */
export async function mustHold(asked: Promise<unknown>): Promise<void> {
  if (!rows.parse(await asked)[0].done) throw new NotFound();
}
