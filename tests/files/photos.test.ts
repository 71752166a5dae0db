import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { keyOf, type Look } from "#lib/files/keys.ts";
import { openSquare, type PhotoSide, sideOf, takePhoto } from "#lib/files/photos.ts";
import { newId } from "#lib/ids.ts";
import { half, immensePng, movingPng } from "./pictures.ts";
import { bodyOf, openUploads } from "./uploads.ts";

const uploads = openUploads();
const owner = { companyId: newId(), uploaderId: newId() };
const middle = { x: 0.5, y: 0.5, zoom: 1 };
const sides: readonly PhotoSide[] = [64, 128, 256];

const plain = (background: string, width = 300, height = 300): Sharp =>
  sharp({ create: { width, height, channels: 3, background } });

const take = (bytes: Uint8Array | string, crop = middle) =>
  takePhoto(owner, bodyOf(bytes), crop, async () => {});

async function square(id: string, side: PhotoSide = 256): Promise<Buffer> {
  const stored = await openSquare(owner.companyId, id, side);
  return Buffer.from(await new Response(stored?.body).bytes());
}

/** The colour in the middle of one of its squares: red, green, blue. */
async function colourOf(id: string, left = 128, top = 128): Promise<number[]> {
  const pixel = await sharp(await square(id))
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  return [...pixel];
}

/** The left half of one colour, the right of another. */
async function halves(left: string, right: string, width = 400, height = 200): Promise<Sharp> {
  const input = await plain(right, width / 2, height)
    .png()
    .toBuffer();
  return plain(left, width, height).composite([{ input, left: width / 2, top: 0 }]);
}

const near = (colour: number[], wanted: number[]) =>
  expect(
    colour.every((value, at) => Math.abs(value - (wanted[at] ?? 0)) < 14),
    `${colour}`,
  ).toBe(true);
const [red, blue] = [
  [255, 0, 0],
  [0, 0, 255],
];

describe("a photo", () => {
  test("is kept as three squares of our own making, and nothing of what was sent", async () => {
    const sent = await plain("teal", 900, 700).jpeg().toBuffer();
    const id = await take(sent);
    for (const side of sides)
      expect(await sharp(await square(id, side)).metadata()).toMatchObject({
        format: "webp",
        width: side,
        height: side,
      });
    const looks: (Look | undefined)[] = [undefined, "medium", "small"];
    const kept = readdirSync(join(uploads.folder, owner.companyId)).filter((name) => name.startsWith(id));
    expect(kept.sort()).toEqual(looks.map((look) => keyOf(owner.companyId, id, look).split("/")[1]).sort());
    expect(readdirSync(join(uploads.folder, "incoming"))).toEqual([]);
  });

  test("is the part that was asked for, whatever lies beyond the picture's edge", async () => {
    const sent = await (await halves("red", "blue")).png().toBuffer();
    near(await colourOf(await take(sent, { x: 0, y: 0, zoom: 1 })), red);
    near(await colourOf(await take(sent, { x: 1, y: 1, zoom: 1 })), blue);
    near(await colourOf(await take(sent, { x: 0.3, y: 0.5, zoom: 2.5 })), red);
    const id = await take(sent);
    near(await colourOf(id, 64), red);
    near(await colourOf(id, 192), blue);
  });

  test("of a large picture is as sharp as of a small one, and where it should be", async () => {
    const sent = await (await halves("red", "blue", 6000, 4000)).jpeg().toBuffer();
    const id = await take(sent, { x: 0.5, y: 0.5, zoom: 4 });
    near(await colourOf(id, 100), red);
    near(await colourOf(id, 156), blue);
  });

  test("stands upright, and tells neither where it was taken nor by what", async () => {
    const camera = {
      IFD0: { Make: "A camera", Artist: "Somebody's name" },
      IFD3: { GPSLatitude: "35/1 41/1 0/1" },
    };
    const lying = await halves("red", "blue");
    const sent = await lying.jpeg().withExif(camera).withMetadata({ orientation: 6 }).toBuffer();
    const id = await take(sent, { x: 0.5, y: 0, zoom: 1 });
    // Turned to the right, what was at the left is above.
    near(await colourOf(id), red);
    for (const side of sides) {
      const bytes = await square(id, side);
      const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
      expect({ exif, icc, xmp, iptc, orientation }).toEqual({});
      expect(bytes.includes("Somebody's name")).toBe(false);
    }
  });

  test("has the colours of any screen, though it came with those of print, or of a wide screen", async () => {
    const wide = await plain("#ff0000").withIccProfile("p3").jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(wide).metadata()).icc).toBeDefined();
    near(await colourOf(await take(wide)), red);
    const print = await plain("#ff0000").toColourspace("cmyk").jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(print).metadata()).channels).toBe(4);
    const [r = 0, g = 255, b = 255] = await colourOf(await take(print));
    expect(r).toBeGreaterThan(200);
    expect(Math.max(g, b)).toBeLessThan(80);
  });

  test("of what is transparent lies on paper", async () => {
    const clear = { create: { width: 90, height: 90, channels: 4, background: "#00000000" } } as const;
    near(await colourOf(await take(await sharp(clear).png().toBuffer())), [244, 239, 231]);
  });

  test("of what moves is its first frame", async () => {
    const frames = await Promise.all(["#ff0000", "#0000ff"].map((colour) => plain(colour).png().toBuffer()));
    const moving = () => sharp(frames, { join: { animated: true } });
    const [first = new Uint8Array(), second = new Uint8Array()] = frames;
    for (const sent of [
      await moving().gif().toBuffer(),
      await moving().webp().toBuffer(),
      movingPng(first, second),
    ])
      near(await colourOf(await take(sent)), red);
  });

  test("may come as AVIF", async () => {
    near(await colourOf(await take(await plain("#0000ff").avif({ quality: 90 }).toBuffer())), blue);
  });
});

describe("no photo is made of", () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect width="99" height="99"/></svg>';
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from("ftypheic\0\0\0\0mif1heic"),
    Buffer.alloc(4000, 7),
  ]);
  const cases: [string, string, () => Promise<Uint8Array | string> | Uint8Array | string][] = [
    ["a drawing that is a program", "notPhoto", () => svg],
    ["a text that is called a photo", "notPhoto", () => "これは写真です"],
    ["a PDF", "notPhoto", () => "%PDF-1.7\n"],
    ["TIFF, which few browsers know", "notPhoto", () => plain("red").tiff().toBuffer()],
    ["a page that begins like a picture", "unreadable", () => "GIF89a<script>alert(1)</script>"],
    ["half a JPEG", "unreadable", async () => half(await noisy().jpeg().toBuffer())],
    ["half a PNG", "unreadable", async () => half(await noisy().png().toBuffer())],
    ["a picture of an iPhone as it keeps them", "heic", () => heic],
    ["a small file of fifty million pixels", "tooManyPixels", () => immensePng(10_000, 5_000)],
    ["a single pixel", "tooSmall", () => plain("red", 1, 1).png().toBuffer()],
    ["a strip", "tooSmall", () => plain("red", 3000, 20).png().toBuffer()],
    ["nothing", "empty", () => ""],
  ];
  test.each(cases)("%s: %s", async (_, file, make) => {
    const before = readdirSync(uploads.folder, { recursive: true }).length;
    await expect(take(await make())).rejects.toMatchObject({ fields: { file } });
    expect(readdirSync(uploads.folder, { recursive: true })).toHaveLength(before);
  });

  test("more than 20 MB, which are not read to their end", async () => {
    const piece = new Uint8Array(1024 ** 2);
    const sent = takePhoto(owner, bodyOf(...Array.from({ length: 40 }, () => piece)), middle, async () => {});
    await expect(sent).rejects.toMatchObject({ fields: { file: "tooLarge" } });
  });

  test("one whose row is not kept: its squares go again", async () => {
    const folder = join(uploads.folder, owner.companyId);
    const before = readdirSync(folder);
    const sent = takePhoto(owner, bodyOf(await plain("red").png().toBuffer()), middle, async () => {
      throw new Error("no row");
    });
    await expect(sent).rejects.toThrow("no row");
    expect(readdirSync(folder)).toEqual(before);
  });
});

test("a side is one of those that are kept", () => {
  expect(["64", "128", "256", "65", "0x40", "", "constructor"].map(sideOf)).toEqual([
    64,
    128,
    256,
    null,
    null,
    null,
    null,
  ]);
});

function noisy(): Sharp {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 400, height: 400, channels: 3, background: "red", noise } });
}
