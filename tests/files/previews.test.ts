import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { cropSquare, makePreview } from "#lib/files/previews.ts";
import { half, immensePng } from "./pictures.ts";
import { bodyOf, openUploads } from "./uploads.ts";

const uploads = openUploads();
const goal = (name: string) => join(uploads.folder, `${name}.preview`);
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "red",
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  });

describe("a preview", () => {
  test("is WebP of at most 1280 pixels, and the picture's own size is told", async () => {
    const plain = { create: { width: 3000, height: 2000, channels: 3, background: "teal" } } as const;
    const path = uploads.write(await sharp(plain).jpeg().toBuffer());
    expect(await makePreview(path, "image/jpeg", goal("large"))).toEqual({ width: 3000, height: 2000 });
    expect(await sharp(goal("large")).metadata()).toMatchObject({ format: "webp", width: 1280, height: 853 });
  });

  test("is no larger than its picture", async () => {
    const path = uploads.write(await noise(40, 30).png().toBuffer());
    expect(await makePreview(path, "image/png", goal("small"))).toEqual({ width: 40, height: 30 });
    expect(await sharp(goal("small")).metadata()).toMatchObject({ width: 40, height: 30 });
  });

  test("is upright, and holds nothing of what the camera wrote beside the picture", async () => {
    const camera = {
      IFD0: { Make: "A camera", Artist: "Somebody's name" },
      IFD3: { GPSLatitude: "35/1 41/1 0/1" },
    };
    const bytes = await noise(300, 200).jpeg().withExif(camera).withMetadata({ orientation: 6 }).toBuffer();
    expect(bytes.includes("Somebody's name")).toBe(true);
    expect(await makePreview(uploads.write(bytes), "image/jpeg", goal("turned"))).toEqual({
      width: 200,
      height: 300,
    });
    const { exif, orientation, width, height } = await sharp(goal("turned")).metadata();
    expect({ exif, orientation, width, height }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 200,
      height: 300,
    });
    expect(readFileSync(goal("turned")).includes("Somebody's name")).toBe(false);
  });

  test("of what moves is its first frame", async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer();
    const bytes = await sharp([await frame("#ff0000"), await frame("#0000ff")], { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(bytes).metadata()).pages).toBe(2);
    expect(await makePreview(uploads.write(bytes), "image/gif", goal("moving"))).toEqual({
      width: 20,
      height: 20,
    });
    const { pages, height } = await sharp(goal("moving")).metadata();
    expect({ pages: pages ?? 1, height }).toEqual({ pages: 1, height: 20 });
    const { dominant } = await sharp(goal("moving")).stats();
    expect(dominant.r).toBeGreaterThan(dominant.b);
  });

  test("can be cropped to a square", async () => {
    const bytes = await noise(900, 300).webp().toBuffer();
    await cropSquare(bodyOf(bytes), goal("square"));
    expect(await sharp(goal("square")).metadata()).toMatchObject({ format: "webp", width: 256, height: 256 });
  });
});

describe("there is no preview of", () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  const cases: [string, string, () => Promise<Uint8Array | string> | Uint8Array | string][] = [
    ["a drawing that is a program", "image/svg+xml", () => svg],
    ["a drawing that says it is a photo", "image/jpeg", () => svg],
    ["a page that begins like a picture", "image/gif", () => "GIF89a<script>alert(1)</script>"],
    ["a PDF that says it is a photo", "image/png", () => "%PDF-1.7\n"],
    ["TIFF, which few browsers know", "image/tiff", () => noise(20, 20).tiff().toBuffer()],
    ["nothing", "image/png", () => ""],
    ["half a photo", "image/jpeg", async () => half(await noise(400, 400).jpeg().toBuffer())],
    ["half a PNG", "image/png", async () => half(await noise(400, 400).png().toBuffer())],
    ["a small file of a billion pixels", "image/png", () => immensePng(32_000, 32_000)],
  ];
  test.each(cases)("%s", async (name, type, make) => {
    const path = uploads.write(await make());
    expect(await makePreview(path, type, goal(name))).toBeNull();
    expect(existsSync(goal(name))).toBe(false);
  });

  test("what was refused took no memory to speak of", async () => {
    const path = uploads.write(immensePng(32_000, 32_000));
    expect(statSync(path).size).toBeLessThan(2_000_000);
    const before = process.memoryUsage.rss();
    await makePreview(path, "image/png", goal("again"));
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 ** 2);
  });
});
