import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Invalid } from "#lib/errors.ts";
import { clearIncoming, receive, withIncoming } from "#lib/files/incoming.ts";
import { idsOf, keyOf, keysOf } from "#lib/files/keys.ts";
import { fileStore } from "#lib/files/store.ts";
import { newId } from "#lib/ids.ts";
import { expectLog } from "#tests/support/console.ts";
import { bodyOf, openUploads } from "./uploads.ts";

const uploads = openUploads();
const company = newId();
const textOf = async (key: string) => {
  const stored = await fileStore().open(key);
  return stored && { size: stored.size, text: await new Response(stored.body).text() };
};
const later = () => new Date(Date.now() + 60_000);

async function listed(time: Date): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of fileStore().listOlderThan(time)) keys.push(key);
  return keys.sort();
}

describe("the store", () => {
  test("gives back what was put, moves it, and forgets what is removed", async () => {
    const key = keyOf(company, newId());
    const path = uploads.write("おかえり");
    await fileStore().put(key, path);
    expect(existsSync(path)).toBe(false);
    expect(await textOf(key)).toEqual({ size: 12, text: "おかえり" });
    await fileStore().put(key, uploads.write("again"));
    expect(await textOf(key)).toMatchObject({ text: "again" });
    await fileStore().remove(key);
    await fileStore().remove(key);
    expect(await fileStore().open(key)).toBeNull();
  });

  test("is for nobody else on the machine", async () => {
    const key = keyOf(company, newId());
    await withIncoming(async (path) => {
      await receive(bodyOf("a secret"), path, { max: 100, unit: 100, onUnit: async () => {} });
      await fileStore().put(key, path);
    });
    expect(statSync(join(uploads.folder, key)).mode & 0o077).toBe(0);
    expect(statSync(join(uploads.folder, company)).mode & 0o077).toBe(0);
  });

  test.each([
    "../secret",
    `${company}/../../secret`,
    `${company}/..`,
    `${company}/${newId()}/../x`,
    "/etc/passwd",
    `${company}/${newId()}\0`,
    "",
  ])("has no key %j, which leads elsewhere", async (key) => {
    const path = uploads.write("x");
    await expect(fileStore().put(key, path)).rejects.toThrow(RangeError);
    await expect(fileStore().open(key)).rejects.toThrow(RangeError);
    await expect(fileStore().remove(key)).rejects.toThrow(RangeError);
  });

  test("lists what was put before a time, and nothing that is not its own", async () => {
    const [old, young] = [newId(), newId()];
    for (const key of [...keysOf(company, old), keyOf(company, young)])
      await fileStore().put(key, uploads.write("x"));
    for (const key of keysOf(company, old)) utimesSync(join(uploads.folder, key), 1000, 1000);
    writeFileSync(join(uploads.folder, company, "README"), "x");
    utimesSync(join(uploads.folder, company, "README"), 1000, 1000);
    expect(await listed(new Date(2_000_000))).toEqual(keysOf(company, old).sort());
    expect(await listed(later())).toContain(keyOf(company, young));
    expect(idsOf(keyOf(company, old, "square"))).toEqual({ companyId: company, fileId: old });
  });

  test("lists past a folder that is the disk's, and past one that cannot be read, which it tells", async () => {
    const key = keyOf(company, newId());
    await fileStore().put(key, uploads.write("here"));
    const [loop, other] = [join(uploads.folder, newId()), join(uploads.folder, "lost+found")];
    // Root may read everything but a link to itself.
    for (const path of [loop, other]) symlinkSync(path, path);
    try {
      expectLog("error", /folder of files cannot be read/);
      expect(await listed(later())).toContain(key);
    } finally {
      for (const path of [loop, other]) rmSync(path);
    }
  });
});

describe("what comes in", () => {
  const bounds = { max: 10, unit: 4, onUnit: async () => {} };
  const incoming = () => readdirSync(join(uploads.folder, "incoming"));
  const take = (body: ReadableStream<Uint8Array>, given = {}) =>
    withIncoming((path) => receive(body, path, { ...bounds, ...given }));

  test("is written piece by piece, and counted by the way", async () => {
    let units = 0;
    const size = await take(bodyOf("abc", "def", "ghij"), { onUnit: async () => void units++ });
    expect({ size, units }).toEqual({ size: 10, units: 2 });
  });

  test.each([
    ["empty", bodyOf()],
    ["empty", bodyOf(new Uint8Array(0))],
    ["tooLarge", bodyOf("abcdefghijk")],
    ["tooLarge", bodyOf("abcdef", "ghijk")],
    ["cutShort", brokenBody()],
  ])("is refused when %s, and leaves nothing", async (file, body) => {
    await expect(take(body)).rejects.toEqual(new Invalid({ file }));
    expect(incoming()).toEqual([]);
  });

  test("is read no further than to where it is too large", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(4));
      },
    });
    await expect(take(endless)).rejects.toThrow(Invalid);
    expect(pulled).toBeLessThan(6);
  });

  test("ends with what counting throws", async () => {
    const onUnit = async () => Promise.reject(new Error("enough for now"));
    await expect(take(bodyOf("abcdef"), { onUnit })).rejects.toThrow("enough for now");
    expect(incoming()).toEqual([]);
  });

  test("and was left by a process that died is cleared after a while", async () => {
    writeFileSync(join(uploads.folder, "incoming", "old"), "x");
    utimesSync(join(uploads.folder, "incoming", "old"), 1000, 1000);
    writeFileSync(join(uploads.folder, "incoming", "young"), "x");
    for (const [folder, inside] of [
      ["left", 1000],
      ["growing", 4000],
    ] as const) {
      const path = join(uploads.folder, "incoming", folder);
      mkdirSync(path);
      writeFileSync(join(path, "archive"), "x");
      utimesSync(join(path, "archive"), inside, inside);
      utimesSync(path, 1000, 1000);
    }
    await clearIncoming(new Date(2_000_000));
    expect(incoming().sort()).toEqual(["growing", "young"]);
  });
});

function brokenBody(): ReadableStream<Uint8Array> {
  let given = false;
  return new ReadableStream({
    pull(controller) {
      if (given) controller.error(new Error("ECONNRESET"));
      else controller.enqueue(new Uint8Array(3));
      given = true;
    },
  });
}
