import { describe, expect, test } from "vitest";
import { idAt, newId } from "#lib/ids.ts";

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("idAt", () => {
  test("is the example of RFC 9562, appendix A.6", () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(idAt(0x017f22e279b0, random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  });

  test("takes a date as well as milliseconds, and keeps version and variant whatever the bytes", () => {
    const ones = new Uint8Array(10).fill(0xff);
    const date = new Date("2026-04-01T00:00:00Z");
    expect(idAt(date, ones)).toBe(idAt(date.getTime(), ones));
    expect(idAt(date, ones)).toMatch(shape);
    expect(idAt(date, new Uint8Array(10))).toMatch(shape);
  });

  test("sorts by time", () => {
    const high = new Uint8Array(10).fill(0xff);
    const low = new Uint8Array(10);
    expect(idAt(1_700_000_000_000, high) < idAt(1_700_000_000_001, low)).toBe(true);
  });

  test("refuses too few bytes", () => {
    expect(() => idAt(0, new Uint8Array(9))).toThrow(RangeError);
  });
});

describe("newId", () => {
  test("is a new UUIDv7 of now", () => {
    const before = Date.now();
    const ids = Array.from({ length: 1000 }, newId);
    const time = Number.parseInt((ids[0] ?? "").replace("-", "").slice(0, 12), 16);
    expect(new Set(ids).size).toBe(1000);
    expect(ids.every((id) => shape.test(id))).toBe(true);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  });
});
