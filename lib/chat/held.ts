import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { sqlValue } from "#lib/sql.ts";

/** Calls a function of the database that says whether it could do what it was asked: mustHold(tx)`SELECT …`. Throws NotFound if not. */
export function mustHold(tx: Tx) {
  return async (text: TemplateStringsArray, ...values: unknown[]): Promise<void> => {
    if (!(await sqlValue(tx, z.boolean())(text, ...values))) throw new NotFound();
  };
}
