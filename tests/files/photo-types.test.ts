// What a device is asked for where a picture is chosen: HEIC is nowhere asked for, so that Apple's devices make a JPEG of it.
import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isAccepted } from "#components/ui/file-accept.ts";
import { photoTypes } from "#lib/files/policy.ts";

it("a JPEG before all else, and no HEIC", () => {
  expect(photoTypes.split(",")[0]).toBe("image/jpeg");
  for (const [name, type] of [
    ["IMG_1.HEIC", "image/heic"],
    ["IMG_1.HEIF", "image/heif"],
    ["drawing.svg", "image/svg+xml"],
  ] as const)
    expect(isAccepted({ name, type }, photoTypes)).toBe(false);
});

it("no field asks for any picture, which a Mac would give as it is", () => {
  const files = globSync("components/**/*.tsx").filter((file) => !file.startsWith("components/kit/"));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => /accept=\{?"image\/\*/.test(readFileSync(file, "utf8")))).toEqual([]);
});
