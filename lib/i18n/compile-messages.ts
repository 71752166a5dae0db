import compile from "icu-minify/compile";

type Words = { [name: string]: unknown };

const known = new WeakMap<Words, Words>();

/** Messages as browsers get them: parsed already, so that no page brings a parser. The same messages are parsed once. */
export function compileMessages(messages: Words): Words {
  const compiled = known.get(messages) ?? compileWords(messages);
  known.set(messages, compiled);
  return compiled;
}

function compileWords(words: object): Words {
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, compileValue(value)]));
}

function compileValue(value: unknown): unknown {
  if (typeof value === "string") return compile(value);
  return typeof value === "object" && value !== null ? compileWords(value) : value;
}
