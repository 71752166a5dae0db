import type { z } from "zod";
import { Invalid, NotFound, TooMany } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { Refusal } from "#lib/results.ts";

/** Input as a schema takes it. Throws Invalid with a message key for each field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new Invalid(
    Object.fromEntries(result.error.issues.map((issue) => [issue.path.join("."), issue.message])),
  );
}

/** What a person hears of an error. One that they did not cause is logged under the id that they hear. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof NotFound) return { ok: false, code: error.code };
  if (error instanceof Invalid) return { ok: false, code: error.code, fields: error.fields };
  if (error instanceof TooMany) return { ok: false, code: error.code, retryAfter: error.retryAfter };
  const requestId = newId();
  console.error(`[request ${requestId}]`, error);
  return { ok: false, code: "unexpected", requestId };
}
