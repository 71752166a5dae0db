const camelCased = new Map<string, string>();

/** member_id -> memberId. Of names that stand in our SQL, so that each is made once. */
export function camelCase(name: string): string {
  const known = camelCased.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  camelCased.set(name, made);
  return made;
}

/** memberId -> member_id */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
