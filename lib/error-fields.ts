import { z } from "zod";
import { DatabaseAway } from "#lib/database-away.ts";
import { InvariantError, OkaeriError } from "#lib/errors.ts";

/** What a log line says of an error. `message` is there only where it cannot hold anything that somebody wrote. */
export type ErrorFields = {
  type: string;
  code?: string;
  message?: string;
  /** Names of the database's own: a constraint, a table. */
  constraint?: string;
  table?: string;
  /** Of a ZodError: where and what, as "lines.0.author invalid_type". */
  issues?: string[];
  stack?: string[];
  cause?: ErrorFields;
};

const maxDepth = 4;
const maxFrames = 12;
const maxIssues = 10;

/**
 * An error as a log may hold it. Libraries write values into their messages (Prisma its arguments, PostgreSQL rows, a mail server
 * addresses, JSON.parse the text), so that a message is left out unless its kind is known to hold none.
 */
export function errorFields(error: unknown, depth = 0): ErrorFields {
  if (!(error instanceof Error)) return { type: typeof error };
  const {
    code: ownCode,
    constraint,
    table,
    cause: said,
    __NEXT_ERROR_CODE: nextCode,
  } = readable.parse(error);
  const code = ownCode ?? said?.originalCode ?? nextCode;
  const message = safeMessage(error, code);
  const stack = error instanceof DatabaseAway ? [] : framesOf(error);
  const cause = innerError(error);
  return {
    type: nameOf(error),
    ...(code && { code }),
    ...(message && { message }),
    ...(constraint && { constraint }),
    ...(table && { table }),
    ...(error instanceof z.ZodError && { issues: issuesOf(error) }),
    ...(stack.length > 0 && { stack }),
    ...(cause !== undefined && depth < maxDepth && { cause: errorFields(cause, depth + 1) }),
  };
}

const word = z.string().regex(/^[\w.-]{1,63}$/);
const readable = z.object({
  code: word.optional().catch(undefined),
  constraint: word.optional().catch(undefined),
  table: word.optional().catch(undefined),
  __NEXT_ERROR_CODE: word.optional().catch(undefined),
  // Prisma's driver keeps PostgreSQL's code there.
  cause: z.object({ originalCode: word.optional() }).optional().catch(undefined),
});

function nameOf(error: Error): string {
  const name = word.safeParse(error.name);
  return name.success && error.name !== "Error" ? error.name : error.constructor.name;
}

function safeMessage(error: Error, code: string | undefined): string | undefined {
  if (error instanceof OkaeriError || error instanceof InvariantError || error instanceof DatabaseAway)
    return error.message;
  // Node's own of a failed system call: its name, and a host or a path of ours.
  if ("syscall" in error && "errno" in error && code !== undefined) return error.message;
  if (code !== undefined && safeStates.test(code)) return error.message;
  return ownWords.some((pattern) => pattern.test(error.message)) ? error.message : undefined;
}

// SQLSTATEs whose messages hold names of the schema only: of constraints, concurrency, rights and absent things, resources, the server
// itself. Not 22 and 42601: what cannot be read as a date, or as a search, is quoted. Rows stand in `detail`, which is never logged.
const safeStates = /^(?!42601)(08|23|25|28|40|42|53|55|57|58)[0-9A-Z]{3}$/;

// What JavaScript says of a mistake in code, and pg of a connection: words of theirs around a name of ours.
const ownWords = [
  /^Cannot (read|set) properties of (undefined|null) \((reading|setting) '\w{1,60}'\)$/,
  /^[\w$.()]{1,120} is not (a function|iterable|defined|a constructor)$/,
  /^Connection terminated( unexpectedly| due to connection timeout)?$/,
  /^timeout exceeded when trying to connect$/,
  /^(fetch failed|terminated|socket hang up|write EPIPE|aborted)$/,
  /^The operation was aborted( due to timeout)?$/,
  /^Socket (closed unexpectedly|timeout)$/,
];

/** Where it was thrown. A stack begins with the message, which may look like frames; one that does not hold it tells nothing. */
function framesOf({ stack = "", message }: Error): string[] {
  const start = stack.indexOf(message);
  if (start < 0) return [];
  return stack
    .slice(start + message.length)
    .split("\n")
    .filter((line) => frame.test(line))
    .slice(0, maxFrames)
    .map((line) => line.trim());
}

const frame =
  /^ {4}at (async )?[\w$.#<>[\] ]*\(?(node:|file:|\/|\.next|native|<anonymous>)[^\s"'<>]*(:\d+:\d+)?\)?$/;

function issuesOf(error: z.ZodError): string[] {
  return error.issues.slice(0, maxIssues).map(({ path, code }) => {
    const place = path.map((part) => (word.safeParse(String(part)).success ? String(part) : "…"));
    return `${place.join(".")} ${code}`.trim();
  });
}

// Prisma keeps what the database said in `meta`.
function innerError(error: Error): unknown {
  const { cause, meta } = inner.parse(error);
  return cause ?? meta?.driverAdapterError;
}

const inner = z.object({
  cause: z.instanceof(Error).optional().catch(undefined),
  meta: z.looseObject({ driverAdapterError: z.unknown().optional() }).optional().catch(undefined),
});
