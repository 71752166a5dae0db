import { maxLength } from "#lib/people/policy.ts";

/** The field of policy.ts that limits this one: `links.2` is a link. */
const limits: Record<string, keyof typeof maxLength> = {
  skills: "skill",
  links: "link",
  details: "detail",
};

export function maxLengthOf(field: string): number | undefined {
  const [name = "", , last] = field.split(".");
  const key = last ?? limits[name] ?? name;
  return isLimited(key) ? maxLength[key] : undefined;
}

function isLimited(key: string): key is keyof typeof maxLength {
  return key in maxLength;
}

/** How long a text is as it will be kept. */
export function lengthOf(text: string): number {
  return text.normalize("NFC").trim().length;
}

const required = /^(familyName|givenName|positions\.\d+\.(department|until))$/;

/** What can be told of a section before it is sent: a message key for each field, as the server answers them. */
export function findErrors(values: object): Record<string, "required" | "tooLong"> {
  const errors: Record<string, "required" | "tooLong"> = {};
  for (const [field, text] of textsIn(values, "")) {
    if (required.test(field) && text.trim() === "") errors[field] = "required";
    if (lengthOf(text) > (maxLengthOf(field) ?? Number.POSITIVE_INFINITY)) errors[field] = "tooLong";
  }
  return errors;
}

function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, path ? `${path}.${name}` : name));
}
