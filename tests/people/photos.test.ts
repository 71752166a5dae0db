import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "#app/api/c/[company]/people/[memberId]/photo/[name]/route.ts";
import { POST } from "#app/api/c/[company]/profile/photo/route.ts";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { blockMember, listBlocked, unblockMember } from "#lib/chat/blocks.ts";
import { findPeople } from "#lib/chat/people.ts";
import { findThread } from "#lib/chat/threads.ts";
import { keyOf } from "#lib/files/keys.ts";
import { purgeFiles } from "#lib/files/purge.ts";
import { photoHref } from "#lib/hrefs.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { findOwnProfile, saveVisibility } from "#lib/people/own-profile.ts";
import { findOwnPageAs, findPerson } from "#lib/people/people.ts";
import { putPhoto, removePhoto, restorePhoto } from "#lib/people/photos.ts";
import { say, startGroup } from "#tests/chat/callers.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/people.ts";

let account: Account | null = null;
// Only Next has a request to read; whom it would find there is real.
vi.mock("#lib/auth/requests.ts", () => ({
  requireOwnOrigin: async () => {},
  findAccount: async () => account,
}));

const database = openTestDatabase();
const accounts = new Map<Viewer, Account>();
let kosaku: Viewer;
let sakura: Viewer;
let chinatsu: Viewer;
let hannah: Viewer;

beforeAll(async () => {
  const open = async (name: Parameters<typeof signIn>[1], slug: string) => {
    const { account } = await signIn(database, name);
    const viewer = await findViewer(account, slug);
    accounts.set(viewer, account);
    return viewer;
  };
  kosaku = await open("kosaku", "aoba");
  sakura = await open("sakura", "aoba");
  chinatsu = await open("chinatsu", "aoba");
  hannah = await open("hannah", "larkfield");
});
beforeEach(() => show(kosaku, "teal"));
afterEach(async () => {
  account = null;
  await database.asOwner("UPDATE members SET status = 'ACTIVE' WHERE id = $1", [kosaku.memberId]);
  await saveVisibility(kosaku, { audiences: { photo: "EVERYONE" }, unlisted: false });
  await database.asOwner("DELETE FROM chat_blocks; DELETE FROM rate_limits");
});

const middle = { x: 0.5, y: 0.5, zoom: 1 };
const picture = (background: string) =>
  sharp({ create: { width: 90, height: 90, channels: 3, background } })
    .png()
    .toBuffer();

async function show(viewer: Viewer, background: string): Promise<void> {
  await putPhoto(viewer, bodyOf(await picture(background)), middle);
}

async function nameOf(viewer: Viewer): Promise<string> {
  return (await findOwnProfile(viewer)).photo ?? "none";
}

/** Kosaku's photo, as somebody's browser asks for it. */
async function ask(viewer: Viewer | null, name: string, { side = "128", slug = "aoba", of = kosaku } = {}) {
  account = (viewer && accounts.get(viewer)) ?? null;
  const params = Promise.resolve({ company: slug, memberId: of.memberId, name: `${name}-${side}` });
  const response = await GET(new Request("http://localhost/"), { params });
  return { status: response.status, headers: response.headers, bytes: await response.bytes() };
}

const inDirectory = async (viewer: Viewer) => {
  const { people } = await listDirectory(viewer, directoryQuerySchema.parse({ q: "髙橋 耕作" }));
  return people.find(({ memberId }) => memberId === kosaku.memberId)?.photo;
};

describe("a photo", () => {
  it("comes with the name wherever that stands, and is answered to who sees it, to be kept for good", async () => {
    const photo = await nameOf(kosaku);
    expect(photo).toMatch(/^[0-9a-f]{12}$/);
    expect(await inDirectory(sakura)).toBe(photo);
    expect(await findPerson(sakura, kosaku.memberId)).toMatchObject({ photo });
    expect(await findOwnPageAs(kosaku, "ALUMNUS")).toMatchObject({ person: { photo } });
    const { people } = await findPeople(sakura, "髙橋耕作");
    expect(people.map((person) => person.photo)).toContain(photo);
    const { status, headers, bytes } = await ask(sakura, photo);
    expect([status, headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect(headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 128, height: 128 });
    expect(photoHref("aoba", kosaku.memberId, photo, 128)).toBe(
      `/api/c/aoba/people/${kosaku.memberId}/photo/${photo}-128`,
    );
  });

  it("has another name as another, and the one before is gone, its bytes after a day", async () => {
    const before = await nameOf(kosaku);
    const [{ id } = { id: "" }] = await database.asOwner<{ id: string }>(
      "SELECT photo_id AS id FROM profiles WHERE member_id = $1",
      [kosaku.memberId],
    );
    await show(kosaku, "navy");
    expect(await nameOf(kosaku)).not.toBe(before);
    expect((await ask(sakura, before)).status).toBe(404);
    expect((await ask(kosaku, before)).status).toBe(404);
    const isThere = () => existsSync(join(database.uploads, keyOf(kosaku.companyId, id, "small")));
    const purge = () => purgeFiles(new Date(Date.now() + 2 * 60 * 60 * 1000));
    await purge();
    expect(isThere()).toBe(true);
    await database.asOwner("UPDATE files SET created_at = now() - interval '25 hours' WHERE id = $1", [id]);
    await purge();
    expect(isThere()).toBe(false);
    expect((await ask(sakura, await nameOf(kosaku))).status).toBe(200);
  });

  it("is taken away, and back with the name that it had", async () => {
    const before = await nameOf(kosaku);
    const photoId = await removePhoto(kosaku);
    expect(await inDirectory(sakura)).toBeUndefined();
    expect((await ask(sakura, before)).status).toBe(404);
    expect(await removePhoto(kosaku)).toBeNull();
    await restorePhoto(kosaku, photoId ?? "");
    expect(await inDirectory(sakura)).toBe(before);
    expect((await ask(sakura, before)).status).toBe(200);
  });

  it("goes with its profile", async () => {
    await show(chinatsu, "gold");
    const own = () =>
      database.asOwner("SELECT FROM files WHERE uploader_id = $1 AND domain = 'PHOTO'", [chinatsu.memberId]);
    expect(await own()).toHaveLength(1);
    await database.asOwner(
      `WITH gone AS (DELETE FROM profiles WHERE member_id = $1 RETURNING *) SELECT 1 FROM gone`,
      [chinatsu.memberId],
    );
    expect(await own()).toEqual([]);
  });

  it("is one's own to give: not another's, not one that is shown, not a file of a conversation", async () => {
    await show(sakura, "gold");
    const photos = await database.asOwner<{ id: string }>(
      "SELECT photo_id AS id FROM profiles WHERE photo_id IS NOT NULL",
    );
    for (const { id } of photos) await expect(restorePhoto(kosaku, id)).rejects.toThrow("");
    const theirs = await removePhoto(sakura);
    await expect(restorePhoto(kosaku, theirs ?? "")).rejects.toThrow("");
    const file = crypto.randomUUID();
    await database.asOwner(
      `INSERT INTO files (company_id, id, domain, uploader_id, name, type, size) VALUES ($1, $2, 'CHAT', $3, 'x', 'image/png', 1)`,
      [kosaku.companyId, file, kosaku.memberId],
    );
    await expect(restorePhoto(kosaku, file)).rejects.toThrow("");
  });
});

describe("a photo is not there", () => {
  const expectGone = async (viewer: Viewer | null, name: string, asked = {}) => {
    const { status, bytes, headers } = await ask(viewer, name, asked);
    expect([status, headers.get("cache-control")]).toEqual([404, "no-store"]);
    expect(new TextDecoder().decode(bytes)).not.toContain("WEBP");
  };

  it("for whom its owner hides it from; to its owner it is", async () => {
    const photo = await nameOf(kosaku);
    for (const [audience, seen] of [
      ["ALUMNI", [404, 200]],
      ["EMPLOYEES", [200, 404]],
      ["NOBODY", [404, 404]],
    ] as const) {
      await saveVisibility(kosaku, { audiences: { photo: audience } });
      const another = await alumna();
      expect([(await ask(sakura, photo)).status, (await ask(another, photo)).status], audience).toEqual(seen);
      expect((await ask(kosaku, photo)).status).toBe(200);
      expect((await inDirectory(sakura)) === undefined, audience).toBe(seen[0] === 404);
    }
  });

  it("for somebody of another company, nor for nobody, under whatever name", async () => {
    const photo = await nameOf(kosaku);
    await expectGone(hannah, photo);
    await expectGone(hannah, photo, { slug: "larkfield" });
    await expectGone(null, photo);
  });

  it("by any other name, side or person", async () => {
    const photo = await nameOf(kosaku);
    for (const name of ["", "null", "000000000000", photo.slice(1), photo.toUpperCase(), `${photo}-128`])
      if (name !== photo) await expectGone(sakura, name);
    for (const side of ["", "1", "512", "0128", "128.webp"]) await expectGone(sakura, photo, { side });
    await expectGone(sakura, photo, { of: sakura });
    await expectGone(sakura, photo, { of: { ...kosaku, memberId: "髙橋" } });
  });

  it("where a block parts two, whoever set it, but where both are in a conversation", async () => {
    const other = await alumna();
    await show(other, "gold");
    const [mine, theirs] = [await nameOf(kosaku), await nameOf(other)];
    for (const [blocker, blocked] of [
      [kosaku, other],
      [other, kosaku],
    ] as const) {
      await blockMember(blocker, blocked.memberId);
      await expectGone(other, mine);
      await expectGone(kosaku, theirs, { of: other });
      await unblockMember(blocker, blocked.memberId);
    }
    const threadId = await startGroup(database, null, sakura, [kosaku, other]);
    await say(kosaku, threadId, "はい");
    await blockMember(kosaku, other.memberId);
    const [listed] = await listBlocked(kosaku);
    expect(listed).toMatchObject({ memberId: other.memberId });
    expect(listed).not.toHaveProperty("photo");
    const { participants } = await findThread(other, threadId);
    expect(participants.map(({ person }) => person.photo)).toContain(mine);
    expect((await ask(other, mine)).status).toBe(200);
    // Who is blocked reads on who wrote; for who blocked them they stand nowhere.
    await expectGone(kosaku, theirs, { of: other });
  });

  it("of one who is not to be found, but for those with whom they talk", async () => {
    const photo = await nameOf(kosaku);
    const other = await alumna();
    await saveVisibility(kosaku, { unlisted: true });
    await expectGone(other, photo);
    await startGroup(database, null, kosaku, [other]);
    expect((await ask(other, photo)).status).toBe(200);
  });

  it("of one who is suspended, nor for one who is", async () => {
    const photo = await nameOf(kosaku);
    await database.asOwner("UPDATE members SET status = 'SUSPENDED' WHERE id = $1", [kosaku.memberId]);
    await expectGone(sakura, photo);
    await expectGone(kosaku, photo);
  });
});

describe("the route that takes a photo", () => {
  const send = (body: BodyInit, query = "x=0.5&y=0.5&zoom=1") =>
    POST(new Request(`http://localhost/?${query}`, { method: "POST", body }), {
      params: Promise.resolve({ company: "aoba" }),
    });
  beforeEach(() => {
    account = accounts.get(kosaku) ?? null;
  });

  it("shows it, and says why it does not", async () => {
    const before = await nameOf(kosaku);
    expect((await send(new Uint8Array(await picture("red")))).status).toBe(201);
    const shown = await nameOf(kosaku);
    expect(shown).not.toBe(before);
    for (const [body, query, fields] of [
      ["a text", undefined, { file: "notPhoto" }],
      ["a text", "x=2&y=0.5&zoom=1", { x: expect.anything() }],
      ["a text", "x=0.5&zoom=99", { y: expect.anything(), zoom: expect.anything() }],
    ] as const) {
      const answer = await send(body, query);
      expect([answer.status, await answer.json()]).toEqual([422, { ok: false, code: "invalid", fields }]);
    }
    expect(await nameOf(kosaku)).toBe(shown);
  });

  it("reads nothing of what says itself that it is too large", async () => {
    const headers = { "content-length": String(21 * 1024 ** 2) };
    const request = new Request("http://localhost/?x=0&y=0&zoom=1", { method: "POST", body: "", headers });
    const answer = await POST(request, { params: Promise.resolve({ company: "aoba" }) });
    expect(await answer.json()).toMatchObject({ fields: { file: "tooLarge" } });
  });

  it("takes thirty an hour", async () => {
    const answers: number[] = [];
    for (let count = 0; count < 31; count++) answers.push((await send("")).status);
    // One was shown before the test.
    expect(answers.filter((status) => status === 422)).toHaveLength(29);
    expect(answers.at(-1)).toBe(429);
    expect(readdirSync(join(database.uploads, "incoming"))).toEqual([]);
  });
});

/** An alumna who neither shares a conversation nor a department with Kosaku. */
async function alumna(): Promise<Viewer> {
  const [row] = await database.asOwner<{ id: string; userId: string }>(
    `SELECT m.id, m.user_id AS "userId" FROM members m JOIN companies c ON c.id = m.company_id AND c.slug = 'aoba'
      WHERE m.kind = 'ALUMNUS' AND m.role = 'MEMBER' AND m.status = 'ACTIVE'
        AND NOT EXISTS (SELECT FROM chat_participants p WHERE p.member_id = m.id) ORDER BY m.id LIMIT 1`,
  );
  const { createSession, findSession } = await import("#lib/auth/sessions.ts");
  const session = await findSession(await createSession(row?.userId ?? "", "tests"));
  if (!session) throw new Error("a new session is not found");
  const viewer = await findViewer(session.account, "aoba");
  accounts.set(viewer, session.account);
  return viewer;
}
