import type { z } from "zod";
import { Invalid, NotFound, TooMany } from "#lib/errors.ts";
import { logUnexpected } from "#lib/log.ts";
import { metrics } from "#lib/metrics.ts";
import { currentRequest } from "#lib/request-context.ts";
import { fieldsOf, type Refusal } from "#lib/results.ts";

/** Input as a schema takes it. Throws Invalid with a message key for each field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new Invalid(fieldsOf(result.error));
}

/** What a person hears of an error. One that they did not cause is logged with the request's id, and they hear that. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof NotFound) return { ok: false, code: error.code };
  if (error instanceof Invalid) return { ok: false, code: error.code, fields: error.fields };
  if (error instanceof TooMany) return { ok: false, code: error.code, retryAfter: error.retryAfter };
  return { ok: false, code: "unexpected", requestId: logUnexpected("a request failed", error) };
}

/** Times a server action or a socket's command. Call what it returns once, with how it came out; "led away": to another page. */
export function timeAction(way: "action" | "socket"): (outcome: Outcome) => void {
  const action = currentRequest()?.action ?? "unknown";
  const end = metrics().actions.startTimer({ way, action });
  return (outcome) => void end({ outcome });
}

type Outcome = "ok" | "led away" | Refusal["code"];
