import type { z } from "zod";
import { either, exactly, isNumber, isText, recordOf, type Shape, shapeOf } from "./shapes.ts";

/** What a server action and a socket's acknowledgement answer with. `code` and `fields` name messages in errors.json. */
export type ActionResult<T> = { ok: true; data: T } | Refusal;

type NotFound = { ok: false; code: "not-found" };
export type Invalid = { ok: false; code: "invalid"; fields: Record<string, string> };
/** `retryAfter`: seconds. */
type TooMany = { ok: false; code: "too-many"; retryAfter: number };
type Unexpected = { ok: false; code: "unexpected"; requestId: string };
export type Refusal = NotFound | Invalid | TooMany | Unexpected;

const ok = exactly(false);

/** A refusal as the routes of our own answer it, in JSON. */
export const isRefusal: Shape<Refusal> = either(
  shapeOf<NotFound>({ ok, code: exactly("not-found") }),
  shapeOf<Invalid>({ ok, code: exactly("invalid"), fields: recordOf(isText) }),
  shapeOf<TooMany>({ ok, code: exactly("too-many"), retryAfter: isNumber }),
  shapeOf<Unexpected>({ ok, code: exactly("unexpected"), requestId: isText }),
);

/** Of an input that a schema does not take, a message key for each field. */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
}
