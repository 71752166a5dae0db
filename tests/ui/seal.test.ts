import { expect, test } from "vitest";
import { sealOf, sealShapes } from "#components/ui/seal.ts";

const ids = Array.from({ length: 4_000 }, (_, index) =>
  crypto.randomUUID().replace(/.$/, String(index % 10)),
);
const text = (id: string) => `${sealOf(id).hue} ${sealOf(id).shape}`;

test("a seal is its owner's for good", () => {
  expect(sealOf("01900000-0000-7000-8000-000000000000")).toEqual(
    sealOf("01900000-0000-7000-8000-000000000000"),
  );
});

test("every colour and every shape is given, none far more often than another", () => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(text(id), (counts.get(text(id)) ?? 0) + 1);
  expect(counts.size).toBe(12 * sealShapes.length);
  const mean = ids.length / counts.size;
  for (const [seal, count] of counts) {
    expect(count, seal).toBeGreaterThan(mean / 2);
    expect(count, seal).toBeLessThan(mean * 2);
  }
});

test("who was added one after the other has different seals: ids that differ by one character", () => {
  const neighbours = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, "0"));
  const seals = neighbours.map((end) => text(`01900000-0000-7000-8000-0000000000${end}`));
  const same = seals.filter((seal, index) => seal === seals[index + 1]);
  expect(same.length).toBeLessThan(16);
  expect(new Set(seals).size).toBeGreaterThan(40);
});
