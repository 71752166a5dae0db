import "server-only";
import { log, logUnexpected, nameProcess } from "#lib/log.ts";
import { currentRequest } from "#lib/request-context.ts";

/**
 * From here on all that this process says is a line of the log, also what libraries print as errors and warnings: of these the place
 * alone, since they print what they hold. What nobody caught is logged and, but in the web, where Next sees to it, ends the process.
 */
export function keepLogs(name: "web" | "realtime" | "worker"): void {
  nameProcess(name);
  if (name !== "web") {
    process.once("uncaughtException", (err) => {
      log.fatal("nobody caught an error", { err });
      process.exit(1);
    });
  }
  // Anyone who develops reads what libraries print as it is.
  if (process.env.NODE_ENV !== "production") return;
  console.error = (...said: unknown[]) => hear("error", said);
  console.warn = (...said: unknown[]) => hear("warn", said);
}

function hear(level: "warn" | "error", said: unknown[]): void {
  const error = said.find((one) => one instanceof Error);
  if (!error) log[level]("a library printed something", { at: callerOf(new Error().stack) });
  else if (isOfOldPage(error)) log.info("a page of another build asked for an action that is not here");
  else if (!isToldAlready(error)) logUnexpected("an error was met", nameByRequest(error));
}

/** Next's word for an action that this build does not have: pages that were opened before an update ask for some. */
function isOfOldPage({ message }: Error): boolean {
  return message.startsWith("Failed to find Server Action");
}

/**
 * Next prints what a page or a server component threw before it tells the browser the error's digest, which the error page shows: from
 * here on that is the request's id, under which all is logged. Made of such an error for the browser's half, an error has that digest already.
 */
function nameByRequest(error: Error): Error {
  const requestId = currentRequest()?.requestId;
  if (requestId && "digest" in error) error.digest = requestId;
  return error;
}

function isToldAlready(error: Error): boolean {
  return "digest" in error && error.digest === currentRequest()?.requestId;
}

/** The first line of a stack that is neither ours nor Node's. */
function callerOf(stack = ""): string {
  const frames = stack.split("\n").filter((line) => /^ {4}at /.test(line));
  return (
    frames
      .slice(2)
      .find((line) => !line.includes("node:"))
      ?.trim()
      .slice(0, 200) ?? "unknown"
  );
}
