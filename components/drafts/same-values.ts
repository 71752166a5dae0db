/** Whether two hold the same, whatever of it is null and whatever is empty. */
export function isSame(one: object, other: object): boolean {
  return JSON.stringify(one, withoutNull) === JSON.stringify(other, withoutNull);
}

function withoutNull(_: string, value: unknown): unknown {
  return value === null ? "" : value;
}
