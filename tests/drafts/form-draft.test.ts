import { expect, test } from "vitest";
import { formDraft } from "#components/drafts/form-draft.ts";
import { isText, nullOr, shapeOf } from "#lib/shapes.ts";

type Area = { area: string | null };
const isArea = shapeOf<Area>({ area: nullOr(isText) });
const draft = { before: { area: null }, typed: { area: "Be" }, open: true };

/** A device's storage, which refuses to keep anything once it is full. */
function device(full = false): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem(key, value) {
      if (full) throw new DOMException("", "QuotaExceededError");
      items.set(key, value);
    },
  };
}

test("what was begun comes back, as it was when one began and as it is by now", () => {
  const storage = device();
  expect(formDraft(storage, "k", isArea).keep(draft)).toBe(true);
  expect(formDraft(storage, "k", isArea).read()).toEqual(draft);
  expect(formDraft(storage, "other", isArea).read()).toBeNull();
});

test("a tab drops what it knows, and not what another has kept since", () => {
  const storage = device();
  const [one, other] = [formDraft(storage, "k", isArea), formDraft(storage, "k", isArea)];
  one.keep(draft);
  other.read();
  other.keep({ ...draft, typed: { area: "Berlin" } });
  one.drop();
  expect(other.read()?.typed).toEqual({ area: "Berlin" });
  other.drop();
  expect(one.read()).toBeNull();
});

test("a device that keeps nothing says so, and what is of another shape is as good as nothing", () => {
  expect(formDraft(device(true), "k", isArea).keep(draft)).toBe(false);
  expect(formDraft(undefined, "k", isArea).keep(draft)).toBe(false);
  const storage = device();
  for (const kept of ["{", "null", '{"before":{},"typed":{"area":1},"open":true}']) {
    storage.setItem("k", kept);
    expect(formDraft(storage, "k", isArea).read(), kept).toBeNull();
  }
});
