import { beforeEach, expect, test, vi } from "vitest";
import { fieldDraft, forgetOtherFields } from "#components/desk/fields/field-draft.ts";
import type { SaidField } from "#lib/people/field-input.ts";

const before: SaidField = {
  kind: "CHOICE",
  name: { ja: "部活", en: null },
  hint: { ja: null, en: null },
  audience: "ALUMNI",
  choices: [{ id: "1", ja: "蹴鞠部", en: null }],
};
const draft = { before, typed: { ...before, hint: { ja: "入った部活を", en: "" } }, open: true };

let device: Record<string, string>;
beforeEach(() => {
  device = {};
  const methods = {
    getItem: (key: string) => device[key] ?? null,
    setItem: (key: string, value: string) => {
      device[key] = value;
    },
    removeItem: (key: string) => {
      delete device[key];
    },
  };
  const localStorage = new Proxy(methods, {
    ownKeys: () => Object.keys(device),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
  vi.stubGlobal("window", { localStorage });
});

test("what one of HR has begun of a field is theirs, and that field's", () => {
  expect(fieldDraft("yuki", "f1").keep(draft)).toBe(true);
  expect(fieldDraft("yuki", "f1").read()).toEqual(draft);
  expect(fieldDraft("koji", "f1").read()).toBeNull();
  expect(fieldDraft("yuki", "f2").read()).toBeNull();
  expect(fieldDraft("yuki", null).read()).toBeNull();
  // By such names a device forgets what somebody began who is no member any more.
  expect(Object.keys(device).every((name) => name.startsWith("okaeri:yuki:"))).toBe(true);
});

test("what is no field as it is asked now is not taken up", () => {
  for (const typed of [
    { ...before, hint: null },
    { ...before, kind: "OTHER" },
    { ...before, choices: null },
  ]) {
    device["okaeri:yuki:desk:field:f1"] = JSON.stringify({ ...draft, typed });
    expect(fieldDraft("yuki", "f1").read()).toBeNull();
  }
});

test("of fields that are gone nothing is kept, of a new one and of others it is", () => {
  for (const id of ["f1", "f2", null]) fieldDraft("yuki", id).keep(draft);
  fieldDraft("koji", "f2").keep(draft);
  forgetOtherFields("yuki", [{ id: "f1" }]);
  expect(Object.keys(device).sort()).toEqual([
    "okaeri:koji:desk:field:f2",
    "okaeri:yuki:desk:field:f1",
    "okaeri:yuki:desk:field:new",
  ]);
});
