/** What a page's rows travel as: see `pack`. An object of its own each time, so that what was made of it can be kept by it. */
export type Packed<T> = { readonly text: string; readonly of?: T };

/** The keys of an object whose values follow, and those whose values all objects of this shape share. */
type Shape = [keys: string[], same: Record<string, null | boolean>];

/** An id's. */
const idLength = 36;

/**
 * A value that is as JSON has it, as one text: the keys of objects that are alike stand in it once, and so does each id. React makes and reads
 * a page's data value by value, on the server twice; a text is one.
 */
export function pack<T>(value: T): Packed<T> {
  const shapes: Shape[] = [];
  const known = new Map<string, number>();
  const ids = new Map<string, number>();

  function put(one: unknown): unknown {
    if (typeof one === "string") return one.length === idLength ? putId(one) : one;
    if (typeof one !== "object" || one === null) return one;
    if (one instanceof Date) throw new TypeError("JSON has no times");
    return Array.isArray(one) ? [0, ...one.map(put)] : putObject(one);
  }
  function putId(id: string): unknown {
    const place = ids.get(id);
    if (place !== undefined) return [-place];
    ids.set(id, ids.size + 1);
    return id;
  }
  function putObject(object: object): unknown[] {
    const same: Shape[1] = {};
    const keys: string[] = [];
    const values: unknown[] = [];
    for (const [key, one] of Object.entries(object)) {
      if (one === null || typeof one === "boolean") same[key] = one;
      else if (one !== undefined) {
        keys.push(key);
        values.push(put(one));
      }
    }
    return [shapeOf([keys, same]), ...values];
  }
  function shapeOf(shape: Shape): number {
    const key = JSON.stringify(shape);
    const place = known.get(key) ?? shapes.push(shape);
    known.set(key, place);
    return place;
  }

  const packed = put(value);
  return { text: JSON.stringify([shapes, packed]) };
}

/** What was packed: a new one each time. */
export function unpack<T>({ text }: Packed<T>): T {
  const [shapes, packed]: [Shape[], unknown] = JSON.parse(text);
  const ids: string[] = [];

  function take(one: unknown): unknown {
    if (Array.isArray(one)) return takeFrom(one);
    if (typeof one === "string" && one.length === idLength) ids.push(one);
    return one;
  }
  function takeFrom([kind, ...values]: unknown[]): unknown {
    const place = Number(kind);
    if (place < 0) return ids[-place - 1];
    const shape = shapes[place - 1];
    if (!shape) return values.map(take);
    const [keys, same] = shape;
    const object: Record<string, unknown> = { ...same };
    for (const [at, key] of keys.entries()) object[key] = take(values[at]);
    return object;
  }

  return take(packed) as T;
}
