// What a browser reads of our own (its storage, answers of our routes) is checked by these: zod would be 35 kB on every page.

/** Whether a value is of a type, down to its parts. */
export type Shape<T> = (value: unknown) => value is T;

export const isText: Shape<string> = (value) => typeof value === "string";
export const isFlag: Shape<boolean> = (value) => typeof value === "boolean";
export const isNumber: Shape<number> = (value): value is number => Number.isFinite(value);

/** That very value. */
export function exactly<const T>(wanted: T): Shape<T> {
  return (value): value is T => value === wanted;
}

/** One of these. */
export function oneOf<const T>(all: readonly T[]): Shape<T> {
  return (value): value is T => all.some((one) => one === value);
}

export function nullOr<T>(is: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || is(value);
}

/** May be left out. */
export function optional<T>(is: Shape<T>): Shape<T | undefined> {
  return (value): value is T | undefined => value === undefined || is(value);
}

export function listOf<T>(is: Shape<T>): Shape<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(is);
}

export function pairOf<A, B>(isFirst: Shape<A>, isSecond: Shape<B>): Shape<[A, B]> {
  return (value): value is [A, B] =>
    Array.isArray(value) && value.length === 2 && isFirst(value[0]) && isSecond(value[1]);
}

/** An object with such values, whatever its keys. */
export function recordOf<T>(is: Shape<T>): Shape<Record<string, T>> {
  return (value): value is Record<string, T> => isObject(value) && Object.values(value).every(is);
}

/** An object with these parts; what else is in it does not matter. */
export function shapeOf<T extends object>(parts: { [Key in keyof Required<T>]: Shape<T[Key]> }): Shape<T> {
  const entries: [string, Shape<unknown>][] = Object.entries(parts);
  return (value): value is T => isObject(value) && entries.every(([key, is]) => is(Reflect.get(value, key)));
}

/** One of several. */
export function either<T extends Shape<unknown>[]>(
  ...shapes: T
): Shape<T[number] extends Shape<infer One> ? One : never> {
  return (value): value is T[number] extends Shape<infer One> ? One : never => shapes.some((is) => is(value));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
