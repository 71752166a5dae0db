import { readdirSync, readlinkSync } from "node:fs";
import sharp from "sharp";
import { beforeAll, expect, test, vi } from "vitest";
import * as preview from "#app/api/c/[company]/chat/[threadId]/files/[fileId]/preview/route.ts";
import * as file from "#app/api/c/[company]/chat/[threadId]/files/[fileId]/route.ts";
import type { Account } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { addFile } from "#lib/chat/files.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { memberIdOf, signIn } from "#tests/support/people.ts";

let account: Account;
// Only Next has a request to read; whom it would find there is real.
vi.mock("#lib/auth/requests.ts", () => ({
  requireOwnOrigin: async () => {},
  findAccount: async () => account,
}));

const database = openTestDatabase();
let threadId: string;
let fileId: string;
let photo: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  account = (await signIn(database, "sakura")).account;
  const sakura = await findViewer(account, "aoba");
  threadId = await openDirectThread(sakura, await memberIdOf(database, "kosaku", "aoba"));
  const red = { create: { width: 60, height: 40, channels: 3, background: "red" } } as const;
  photo = new Uint8Array(await sharp(red).jpeg().toBuffer());
  fileId = (await addFile(sakura, threadId, { name: "写真.jpg", body: bodyOf(photo) })).id;
});

const ask = (route: typeof file | typeof preview, method: string) =>
  route.GET(new Request("http://localhost/", { method }), {
    params: Promise.resolve({ company: "aoba", threadId, fileId }),
  });

/** Descriptors of this process that lie in the folder of the files. */
function openFiles(): string[] {
  return readdirSync("/dev/fd").flatMap((descriptor) => {
    try {
      const path = readlinkSync(`/dev/fd/${descriptor}`);
      return path.startsWith(database.uploads) ? [path] : [];
    } catch {
      return [];
    }
  });
}

test.runIf(process.platform === "linux")(
  "HEAD answers what GET does but the bytes, and leaves no file open",
  async () => {
    for (const route of [file, preview]) {
      const got = await ask(route, "GET");
      expect(openFiles()).toHaveLength(1);
      const bytes = await got.bytes();
      if (route === file) expect(bytes).toEqual(photo);
      for (let asked = 0; asked < 20; asked++) {
        const head = await ask(route, "HEAD");
        expect([head.status, head.body]).toEqual([200, null]);
        expect([...head.headers]).toEqual([...got.headers]);
        expect(head.headers.get("content-length")).toBe(String(bytes.length));
      }
      await eventually(() => expect(openFiles()).toEqual([]));
    }
  },
);
