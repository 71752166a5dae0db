import fc from "fast-check";
import { expect, test } from "vitest";
import {
  maxZoomOf,
  movedBy,
  placeOf,
  roomOf,
  whole,
  within,
  zoomedBy,
} from "#components/profile/photo/crop.ts";

const sizes = fc.record({
  width: fc.integer({ min: 64, max: 9000 }),
  height: fc.integer({ min: 64, max: 9000 }),
});
const part = fc.double({ min: -3, max: 3, noNaN: true });
const crops = fc.record({ x: part, y: part, zoom: fc.double({ min: 0.1, max: 20, noNaN: true }) });

test("what is in sight is always a part of the picture, however it is moved and enlarged", () => {
  fc.assert(
    fc.property(sizes, crops, part, part, part, (size, given, right, down, power) => {
      const crop = zoomedBy(size, movedBy(size, within(size, given), right, down), 2 ** power, {
        right,
        down,
      });
      const room = roomOf(size, crop.zoom);
      expect(crop.zoom).toBeGreaterThanOrEqual(1);
      expect(crop.zoom).toBeLessThanOrEqual(maxZoomOf(size));
      for (const axis of ["x", "y"] as const) {
        expect(crop[axis]).toBeGreaterThanOrEqual(room[axis] - 1e-9);
        expect(crop[axis]).toBeLessThanOrEqual(1 - room[axis] + 1e-9);
      }
    }),
  );
});

test("as it is opened a square of its middle is in sight", () => {
  expect(placeOf({ width: 400, height: 200 }, whole)).toEqual({
    width: "200%",
    height: "100%",
    left: "-50%",
    top: "0%",
  });
  expect(placeOf({ width: 300, height: 300 }, whole)).toEqual({
    width: "100%",
    height: "100%",
    left: "0%",
    top: "0%",
  });
});

test("it is moved by parts of what is in sight, not of the picture", () => {
  const size = { width: 400, height: 400 };
  const crop = { x: 0.5, y: 0.5, zoom: 4 };
  expect(movedBy(size, crop, 1, -0.5)).toEqual({ x: 0.75, y: 0.375, zoom: 4 });
});

test("what lies under the fingers stays there as it grows", () => {
  const size = { width: 800, height: 800 };
  const at = { right: 0.25, down: -0.25 };
  const crop = { x: 0.5, y: 0.5, zoom: 2 };
  const grown = zoomedBy(size, crop, 2, at);
  const under = ({ x, y, zoom }: typeof crop) => [x + at.right / zoom, y + at.down / zoom];
  expect(under(grown)).toEqual(under(crop));
});

test("one goes into a picture no further than to the smallest part that may be shown", () => {
  expect(maxZoomOf({ width: 64, height: 900 })).toBe(1);
  expect(maxZoomOf({ width: 256, height: 900 })).toBe(4);
  expect(maxZoomOf({ width: 6000, height: 4000 })).toBe(8);
});
