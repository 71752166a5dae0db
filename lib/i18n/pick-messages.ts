/** A tree of messages. */
export type Words = { [name: string]: unknown };

/** The parts of a tree of messages that stand at these paths: "ui", "chat.lost"; "chat.*" for the words directly under chat. */
export function pickMessages(messages: Words, paths: readonly string[]): Words {
  const picked: Words = {};
  for (const path of paths) copy(messages, picked, path.split("."), path);
  return picked;
}

/** Two trees of messages as one; where both have a word, the second's. */
export function joinMessages(one: Words, other: Words): Words {
  const joined = { ...one, ...other };
  for (const name of Object.keys(other)) {
    const [before, after] = [one[name], other[name]];
    if (isWords(before) && isWords(after)) joined[name] = joinMessages(before, after);
  }
  return joined;
}

function copy(from: Words, to: Words, [name = "", ...rest]: string[], path: string): void {
  if (name === "*") {
    for (const [key, value] of Object.entries(from)) if (!isWords(value)) to[key] = value;
    return;
  }
  const value = from[name];
  if (value === undefined) throw new Error(`There are no messages ${path}.`);
  if (rest.length === 0) {
    to[name] = value;
    return;
  }
  if (!isWords(value)) throw new Error(`There are no messages ${path}.`);
  const own = to[name];
  const next = isWords(own) ? own : {};
  to[name] = next;
  copy(value, next, rest, path);
}

/** Compiled, a message with arguments is an array. */
export function isWords(value: unknown): value is Words {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
