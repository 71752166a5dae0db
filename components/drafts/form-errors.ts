const after = "after.";

/** Of what the server did not take of a form, the message keys by its fields. */
export function errorsOf(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([path, key]) =>
      path.startsWith(after) ? [[path.slice(after.length), key]] : [],
    ),
  );
}

/** Those that do not belong to the fields of `part`, which were changed since. */
export function errorsBeside(part: object, errors: Record<string, string>): Record<string, string> {
  const beside = Object.entries(errors).filter(([field]) => !((field.split(".", 1)[0] ?? field) in part));
  return Object.fromEntries(beside);
}
