import sharp from "sharp";
import { expect, test } from "vitest";
import { sniffType } from "#lib/files/types.ts";
import { openUploads } from "./uploads.ts";

const uploads = openUploads();
const red = () => sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } });
const program = Buffer.concat([Buffer.from("MZ\x90\0\x03\0\0\0", "latin1"), Buffer.alloc(400)]);
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

const cases: [string, () => Promise<Uint8Array> | Uint8Array | string, string][] = [
  ["holiday.jpg", () => red().jpeg().toBuffer(), "image/jpeg"],
  ["picture.png", () => red().png().toBuffer(), "image/png"],
  ["picture.webp", () => red().webp().toBuffer(), "image/webp"],
  ["picture.avif", () => red().avif().toBuffer(), "image/avif"],
  ["a program named.jpg", () => program, "application/x-msdownload"],
  ["a picture named.exe", () => red().gif().toBuffer(), "image/gif"],
  ["letter.pdf", () => "%PDF-1.7\n1 0 obj", "application/pdf"],
  ["drawing.svg", () => svg, "text/plain"],
  ["drawing with a head.svg", () => `<?xml version="1.0"?>${svg}`, "application/xml"],
  ["page.html", () => "<!doctype html><script>alert(1)</script>", "text/plain"],
  ["script.sh", () => "#!/bin/sh\nrm -rf /\n", "text/plain"],
  ["手紙.txt", () => "おかえりなさい。\r\n", "text/plain"],
  ["手紙 in Shift_JIS.txt", () => Buffer.from("82a882a982a682e882c882b382a28142", "hex"), "text/plain"],
  ["手紙 in EUC-JP.txt", () => Buffer.from("a4aaa4aba4a8a4ea", "hex"), "text/plain"],
  ["a long text cut within a letter.txt", () => `x${"あ".repeat(30_000)}`, "text/plain"],
  ["noise.bin", () => Buffer.from([0x7e, 0xff, 0x00, 0x10, 0x80, 0x81]), "application/octet-stream"],
  ["text with a null.txt", () => "hello\0world", "application/octet-stream"],
  ["the start of a picture.png", () => Buffer.from("89504e470d0a1a0a", "hex"), "application/octet-stream"],
];

test.each(cases)("%s is what its bytes say", async (name, bytes, type) => {
  expect(await sniffType(uploads.write(await bytes(), name))).toBe(type);
});

test("whatever of a file is missing, something is said of it", async () => {
  const whole = await red().png().toBuffer();
  const document = Buffer.from(`504b0304${"00".repeat(200)}`, "hex");
  for (const bytes of [whole, document, program])
    for (let length = 1; length < Math.min(bytes.length, 120); length += 7)
      expect(await sniffType(uploads.write(bytes.subarray(0, length)))).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
});
