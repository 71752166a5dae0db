import { type Placeholder, placeholders } from "./policy.ts";

const braces = /\{([^{}]*)\}/g;

/** What stands in braces in a text and is none of the placeholders, the first of them; a brace that is not closed by itself; or null. */
export function brokenPlaceholder(text: string): string | null {
  for (const [whole, name] of text.matchAll(braces)) if (!isPlaceholder(name)) return whole;
  return text.replace(braces, "").match(/[{}]/)?.[0] ?? null;
}

/** The text with its placeholders filled in. A line with one of which nothing is known is left out. */
export function fillPlaceholders(text: string, values: Record<Placeholder, string>): string {
  return text
    .split("\n")
    .filter((line) => [...line.matchAll(braces)].every(([, name]) => isPlaceholder(name) && values[name]))
    .map((line) => line.replace(braces, (whole, name) => (isPlaceholder(name) ? values[name] : whole)))
    .join("\n");
}

function isPlaceholder(name: string | undefined): name is Placeholder {
  return placeholders.some((one) => one === name);
}
