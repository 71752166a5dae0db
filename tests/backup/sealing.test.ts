import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BackupFailure } from "#lib/backup/failure.ts";
import { seal, unseal } from "#lib/backup/sealing.ts";

const key = "a key of the tests, long enough to be one";
const frame = 64 * 1024;
const tag = 16;

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const sealed = (bytes: Buffer, password?: string) => collect(seal(inPieces(bytes, 10_000), password));
const opened = (bytes: Buffer, password?: string) => collect(unseal(inPieces(bytes, 7_001), password));

/** The sentence with which it is refused. */
async function refusalOf(bytes: Buffer, password?: string): Promise<string> {
  const error = await opened(bytes, password).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof BackupFailure) return error.message;
  throw error ?? new Error("it was taken");
}

// A key takes a tenth of a second each time: of the encrypted ones there are fewer.
describe.each([
  { what: "encrypted", password: key, sizes: [0, frame, 3 * frame + 5], changes: 5 },
  {
    what: "not encrypted",
    password: undefined,
    sizes: [0, 1, frame - 1, frame, frame + 1, 3 * frame, 3 * frame + 5],
    changes: 30,
  },
])("$what", ({ password, sizes, changes }) => {
  it.each(sizes)("%i bytes come back as they were", async (size) => {
    const bytes = randomBytes(size);
    expect((await opened(await sealed(bytes, password), password)).equals(bytes)).toBe(true);
  });

  it("is found out wherever it is cut short, at the end of a frame too", async () => {
    const bytes = await sealed(randomBytes(3 * frame), password);
    const start = bytes.indexOf("\n") + 1;
    const whole = frame + tag;
    const lengths = [start + whole, bytes.length - 1, start, start + 5, start + 2 * whole];
    for (const length of password ? lengths.slice(0, 2) : lengths)
      expect(await refusalOf(bytes.subarray(0, length), password)).toMatch(/changed or cut short/);
  });

  it("is found out when any bit was changed", async () => {
    const bytes = await sealed(randomBytes(2 * frame + 100), password);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
        await refusalOf(changed, password);
      }),
      { numRuns: changes },
    );
  });

  it("is found out when frames were put in another order, left out or added", async () => {
    const bytes = await sealed(randomBytes(3 * frame), password);
    const start = bytes.indexOf("\n") + 1;
    const [a, b, c] = [0, 1, 2].map((place) =>
      bytes.subarray(start + place * (frame + tag), start + (place + 1) * (frame + tag)),
    );
    if (!a || !b || !c) throw new Error("no frames");
    const line = bytes.subarray(0, start);
    const orders = [
      [b, a, c],
      [a, b],
      [a, c],
      [a, b, c, c],
    ];
    for (const frames of password ? orders.slice(0, 2) : orders)
      expect(await refusalOf(Buffer.concat([line, ...frames]), password)).toMatch(/changed or cut short/);
  });
});

describe("a key", () => {
  it("hides what is in it, and makes of the same twice something else", async () => {
    const bytes = Buffer.from("二人だけの話".repeat(100));
    const [one, other] = [await sealed(bytes, key), await sealed(bytes, key)];
    expect(one.includes("二人")).toBe(false);
    expect(one.equals(other)).toBe(false);
    expect((await sealed(bytes)).includes("二人")).toBe(true);
  });

  it("that is another, or missing, is told as that", async () => {
    const bytes = await sealed(randomBytes(100), key);
    expect(await refusalOf(bytes, `${key}!`)).toMatch(/^BACKUP_KEY is another/);
    expect(await refusalOf(bytes)).toMatch(/^This backup is encrypted: set BACKUP_KEY/);
  });

  it("that is set takes nothing that anybody could have made", async () => {
    expect(await refusalOf(await sealed(randomBytes(100)), key)).toMatch(
      /is not encrypted: unset BACKUP_KEY/,
    );
  });
});

describe("another file", () => {
  it("is told as no backup, or as one of a newer or an older version", async () => {
    expect(await refusalOf(Buffer.from("-- PostgreSQL database dump\n"))).toMatch(/is no backup of Okaeri/);
    expect(await refusalOf(randomBytes(5_000))).toMatch(/is no backup of Okaeri/);
    expect(await refusalOf(Buffer.alloc(0))).toMatch(/is no backup of Okaeri/);
    const ours = (await sealed(Buffer.from("x"))).toString("latin1");
    const ofFormat = (format: number) =>
      Buffer.from(ours.replace('"format":2', `"format":${format}`), "latin1");
    expect(await refusalOf(ofFormat(3))).toMatch(/made by a newer version/);
    expect(await refusalOf(ofFormat(1))).toMatch(/made by an older version/);
  });
});
