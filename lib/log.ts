import "server-only";
import pino, { type Logger } from "pino";
import { logLevelSchema } from "#lib/env.ts";
import { errorFields } from "#lib/error-fields.ts";
import { newId } from "#lib/ids.ts";
import { metrics } from "#lib/metrics.ts";
import { currentRequest, withinRequest } from "#lib/request-context.ts";

/**
 * What a line may say beside its message. Never what somebody wrote, nor a code, a token, an address of a person, a cookie, a name or what
 * was searched: anyone who adds a field here answers for that.
 */
export type LogFields = {
  /** Whatever was thrown: of it only what errorFields lets through is written. */
  err?: unknown;
  requestId?: string;
  route?: string;
  action?: string;
  companyId?: string;
  memberId?: string;
  method?: string;
  status?: number;
  /** Milliseconds. */
  ms?: number;
  port?: number;
  /** Of a library that printed something: where in its code. */
  at?: string;
  /** A part of this process: a pool, a round, a queue. */
  part?: string;
  /** Of the same kind, how many passed without a line. */
  count?: number;
  /** The host of a service that we call. */
  host?: string;
  exitCode?: number;
  /** SQL with its values left out. */
  statement?: string;
};

type Level = "debug" | "info" | "warn" | "error" | "fatal";

// A message is a literal in the source: the type refuses one that is built at run time.
type Literal<Text extends string> = Record<never, never> extends Record<Text, 1> ? never : Text;
type Write = <Text extends string>(message: Literal<Text>, fields?: LogFields) => void;

/** Writes one line of JSON to stdout, with what is known of the request that is being answered. */
export const log: Record<Level, Write> = {
  debug: (message, fields) => write("debug", message, fields),
  info: (message, fields) => write("info", message, fields),
  warn: (message, fields) => write("warn", message, fields),
  error: (message, fields) => write("error", message, fields),
  fatal: (message, fields) => write("fatal", message, fields),
};

/**
 * Logs an unexpected error, once for each error object, and returns the id of the request, which every log line of that request has and
 * which the page may show.
 */
export function logUnexpected<Text extends string>(message: Literal<Text>, error: unknown): string {
  const requestId = currentRequest()?.requestId ?? newId();
  if (isNew(error))
    withinRequest({ ...currentRequest(), requestId }, () => write("error", message, { err: error }));
  return requestId;
}

function isNew(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return true;
  held.loggedErrors ??= new WeakSet();
  if (held.loggedErrors.has(error)) return false;
  held.loggedErrors.add(error);
  return true;
}

/** From here on every line says which process wrote it. */
export function nameProcess(name: "web" | "realtime" | "worker"): void {
  logger().setBindings({ process: name });
}

function write(level: Level, message: string, fields: LogFields = {}): void {
  metrics().logLines.inc({ level });
  logger()[level](fields, message);
}

// On globalThis: Next bundles this module several times into one process.
const held = globalThis as typeof globalThis & { logger?: Logger; loggedErrors?: WeakSet<object> };

function logger(): Logger {
  held.logger ??= pino(
    {
      // A wrong level stops the start (lib/env.ts); what logs before that is read has the default.
      level: logLevelSchema.catch("info").parse(process.env.LOG_LEVEL || undefined),
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => errorFields(error) },
      mixin: () => ({ ...currentRequest() }),
    },
    process.stdout,
  );
  return held.logger;
}
