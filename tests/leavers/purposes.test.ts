import { beforeEach, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { NotFound } from "#lib/errors.ts";
import { writtenPurposeSchema } from "#lib/leavers/purpose-input.ts";
import { listPurposes, writePurpose } from "#lib/leavers/purposes.ts";
import { maxPurposeLength } from "#lib/leavers/schema.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let yuki: Viewer;
const none = { ja: null, en: null };
const first = { ja: "再会のため", en: null };
const second = { ja: "再会と再雇用のため", en: "To meet again" };

beforeEach(async () => {
  yuki = await viewerOf(database, "yuki", "aoba");
  await database.asOwner("DELETE FROM company_purposes");
});

test("each time that HR writes it there is a version more, and those before stay as they were", async () => {
  expect(await writePurpose(yuki, { before: none, after: first })).toEqual({ written: true, now: first });
  expect(await writePurpose(yuki, { before: first, after: second })).toEqual({ written: true, now: second });
  // The same again is none.
  expect(await writePurpose(yuki, { before: first, after: second })).toEqual({ written: true, now: second });
  expect(await listPurposes(yuki)).toMatchObject([
    { version: 2, texts: second, writtenBy: "小川 由紀" },
    { version: 1, texts: first, writtenBy: "小川 由紀" },
  ]);
});

test("over what another has written meanwhile nothing is written, also of many at once", async () => {
  await writePurpose(yuki, { before: none, after: first });
  expect(await writePurpose(yuki, { before: none, after: second })).toEqual({ written: false, now: first });
  const all = await Promise.all(
    ["a", "b", "c", "d", "e"].map((ja) => writePurpose(yuki, { before: first, after: { ja, en: null } })),
  );
  expect(all.filter(({ written }) => written)).toHaveLength(1);
  const [newest] = await listPurposes(yuki);
  expect(new Set(all.map(({ now }) => now.ja))).toEqual(new Set([newest?.texts.ja]));
  expect(newest?.version).toBe(2);
});

test("nobody but HR writes or lists it, and another company has its own", async () => {
  await writePurpose(yuki, { before: none, after: first });
  const sakura = await viewerOf(database, "sakura", "aoba");
  await expect(writePurpose(sakura, { before: first, after: second })).rejects.toThrow(NotFound);
  await expect(listPurposes(sakura)).rejects.toThrow(NotFound);
  expect(await listPurposes(await viewerOf(database, "rachel", "larkfield"))).toEqual([]);
  // Nor does the database let anybody else: as statements under the serving role would try.
  const { withViewer } = await import("#lib/auth/scopes.ts");
  const written = await withViewer(
    sakura,
    (tx) => tx.$queryRaw`SELECT write_purpose(1, 'x', NULL) AS written`,
  );
  expect(written).toEqual([{ written: false }]);
});

test.each([
  [none, "after.ja", "required"],
  [{ ja: " 　", en: "" }, "after.ja", "required"],
  [{ ja: "あ".repeat(maxPurposeLength + 1), en: null }, "after.ja", "tooLong"],
])("%j is told at %s: %s", (after, path, message) => {
  const { error } = writtenPurposeSchema.safeParse({ before: none, after });
  expect(error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([[path, message]]);
});
