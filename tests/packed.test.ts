import { expect, test } from "vitest";
import { pack, unpack } from "#lib/packed.ts";

const id = "0199a7e2-7c5e-7a54-9a3b-6b0f6f1d2c11";
const other = "0199a7e2-7c5e-7a54-9a3b-6b0f6f1d2c12";

test.each([
  [null],
  [[]],
  [{}],
  [""],
  [0],
  [[[], [[]], {}, { empty: [] }]],
  [
    {
      people: [
        { id, name: "高橋", photo: null, here: true },
        { id: other, name: "", photo: "a", here: false },
      ],
      next: null,
    },
  ],
  [
    {
      lines: [
        { by: id, n: 1 },
        { by: id, n: -1 },
        { by: other, n: 0.5 },
      ],
      seen: [id, other, id],
    },
  ],
  [{ text: "x".repeat(36), again: "x".repeat(36), numbers: [-1, 0, 1], nested: [[-1], [0, 1], ["a"]] }],
  [{ quotes: '"\\\n </script>  ', kana: "ﾀｶﾊｼ 髙橋 👩‍💻" }],
])("what is packed comes out as it was: %j", (value) => {
  expect(unpack(pack(value))).toEqual(value);
});

test("a time is refused, which would not come out as one", () => {
  expect(() => pack({ at: new Date() })).toThrow(TypeError);
});

test("what is not there is left out, as JSON has it", () => {
  expect(unpack(pack({ id, photo: undefined }))).toStrictEqual({ id });
});

test("keys of objects that are alike, and ids, are said once", () => {
  const rows = Array.from({ length: 30 }, () => ({
    memberId: id,
    headline: "独立しました",
    formerName: null,
  }));
  const { text } = pack(rows);
  expect(text.split("headline")).toHaveLength(2);
  expect(text.split(id)).toHaveLength(2);
  expect(text.length).toBeLessThan(JSON.stringify(rows).length / 4);
});

test("each time that it is unpacked it is another", () => {
  const packed = pack({ list: [1] });
  unpack(packed).list.push(2);
  expect(unpack(packed)).toEqual({ list: [1] });
});

test("two that are alike are two, so that what is kept by one does not hold for the other", () => {
  expect(pack([1])).not.toBe(pack([1]));
});
