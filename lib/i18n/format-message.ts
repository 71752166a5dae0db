import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import formatCompiled from "use-intl/format-message/format-only";

const compiled = new Map<string, CompiledMessage>();

/**
 * Formats a message on the server, where next.config.ts puts it in the place of use-intl's own: what browsers show as they do, from
 * compiled messages, and the words of our mails and server components from those of the files.
 */
export default function formatMessage(
  ...[key, message, ...rest]: Parameters<typeof formatCompiled>
): ReturnType<typeof formatCompiled> {
  return formatCompiled(key, typeof message === "string" ? compileOnce(message) : message, ...rest);
}
formatMessage.raw = false;

function compileOnce(message: string): CompiledMessage {
  const before = compiled.get(message);
  if (before !== undefined) return before;
  const made = compile(message);
  compiled.set(message, made);
  return made;
}
