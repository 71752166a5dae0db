import { z } from "zod";
import { parseJson } from "#lib/parse-json.ts";

const errorSchema = z.object({
  type: z.string(),
  code: z.string().optional(),
  message: z.string().optional(),
  issues: z.array(z.string()).optional(),
  stack: z.array(z.string()).optional(),
  get cause() {
    return errorSchema.optional();
  },
});

type LoggedError = z.infer<typeof errorSchema>;

const lineSchema = z.looseObject({
  level: z.string(),
  time: z.iso.datetime(),
  msg: z.string(),
  err: errorSchema.optional(),
});

/** A line that a process of ours printed, as a person reads it on a terminal: those of the log taken apart, any other as it is. */
export function readableLine(line: string): string {
  const parsed = line.startsWith("{") ? lineSchema.safeParse(parseJson(line)) : undefined;
  if (!parsed?.success) return line;
  const { level, time, msg, err, pid: _pid, process: _process, ...fields } = parsed.data;
  const said = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const head = [new Date(time).toTimeString().slice(0, 8), level.padEnd(5), msg, ...said].join(" ");
  return [head, ...(err ? errorLines(err) : [])].join("\n");
}

function errorLines({ type, code, message, issues = [], stack = [], cause }: LoggedError): string[] {
  const head = [type, code && `(${code})`, message && `: ${message}`]
    .filter(Boolean)
    .join(" ")
    .replace(" :", ":");
  const own = [head, ...issues.map((issue) => `  ${issue}`), ...stack.map((frame) => `  ${frame}`)];
  const inner = cause
    ? errorLines(cause).map((line, at) => (at === 0 ? `because of ${line.trim()}` : line))
    : [];
  return [
    ...own.map((line) => `  ${line}`),
    ...inner.map((line) => (line.startsWith("  ") ? line : `  ${line}`)),
  ];
}
