import { globSync, utimesSync } from "node:fs";
import { basename, join } from "node:path";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { endSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { deleteMessage } from "#lib/chat/changes.ts";
import { addFile, findFile, openFile, openPreview, removeFile } from "#lib/chat/files.ts";
import { addToGroup, createGroup, leaveGroup, removeFromGroup, setGroupPicture } from "#lib/chat/groups.ts";
import { listMessagesBefore, sendMessage } from "#lib/chat/messages.ts";
import { answerRequest } from "#lib/chat/requests.ts";
import type { ChatFile, ChatLine } from "#lib/chat/schema.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { NotFound, TooMany } from "#lib/errors.ts";
import { maxFileSize } from "#lib/files/policy.ts";
import { purgeFiles } from "#lib/files/purge.ts";
import { newId } from "#lib/ids.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn, viewerOf } from "#tests/support/people.ts";
import { strangersOf } from "./strangers.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let yuki: Viewer;
let hannah: Viewer;
let threadId: string;
let photo: Uint8Array;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  yuki = await viewerOf(database, "yuki", "aoba");
  hannah = await viewerOf(database, "hannah", "larkfield");
  threadId = await openDirectThread(sakura, kosaku.memberId);
  await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [threadId]);
  const red = { create: { width: 600, height: 400, channels: 3, background: "red" } } as const;
  photo = new Uint8Array(
    await sharp(red)
      .jpeg()
      .withExif({ IFD0: { Artist: "Somebody's name" } })
      .toBuffer(),
  );
});

beforeEach(() => database.asOwner("DELETE FROM rate_limits"));

const give = (viewer: Viewer, bytes: Uint8Array | string = photo, name = "写真.jpg", thread = threadId) =>
  addFile(viewer, thread, { name, body: bodyOf(bytes) });
const send = (viewer: Viewer, files: ChatFile[], thread = threadId): Promise<ChatLine> =>
  sendMessage(viewer, {
    threadId: thread,
    clientId: crypto.randomUUID(),
    text: "",
    mentions: [],
    files: files.map(({ id }) => id),
  });
const keysOf = ({ id }: ChatFile) =>
  globSync(join(database.uploads, "*", `${id}*`))
    .map((path) => basename(path).slice(id.length))
    .sort();
const everything = () => globSync(join(database.uploads, "*", "*")).sort();
const read = async (viewer: Viewer, { id }: ChatFile, thread = threadId) =>
  new Response((await openFile(viewer, thread, id)).body).bytes();

/** Everything by which a file could be had. */
async function expectNothing(viewer: Viewer, { id }: ChatFile, thread = threadId): Promise<void> {
  await expect(findFile(viewer, thread, id)).rejects.toThrow(NotFound);
  await expect(openFile(viewer, thread, id)).rejects.toThrow(NotFound);
  for (const look of ["preview", "square"] as const)
    await expect(openPreview(viewer, thread, id, look)).rejects.toThrow(NotFound);
}

describe("a picture", () => {
  it("is kept as it was given, under its name, and shown as a preview", async () => {
    const file = await give(sakura, photo, "../夏\u202eの 写真.exe");
    expect(file).toMatchObject({
      name: "_夏の 写真.exe",
      type: "image/jpeg",
      size: photo.length,
      width: 600,
      height: 400,
      preview: true,
    });
    expect(await read(sakura, file)).toEqual(photo);
    const preview = await new Response(
      (await openPreview(sakura, threadId, file.id, "preview")).body,
    ).bytes();
    const shown = await sharp(preview).metadata();
    expect([shown.format, shown.width, shown.exif]).toEqual(["webp", 600, undefined]);
    const square = await openPreview(sakura, threadId, file.id, "square");
    expect(await sharp(await new Response(square.body).bytes()).metadata()).toMatchObject({
      width: 256,
      height: 256,
    });
    expect(keysOf(file)).toEqual(["", ".preview", ".square"]);
  });

  it("has many looks for many who ask at once", async () => {
    const file = await give(sakura);
    const sizes = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async () => {
        const { size, body } = await openPreview(sakura, threadId, file.id, "square");
        return [size, (await new Response(body).bytes()).length];
      }),
    );
    expect(new Set(sizes.flat()).size).toBe(1);
  });
});

describe("what is no picture", () => {
  it.each([
    ["drawing.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>', "text/plain"],
    ["holiday.jpg", `MZ${"\0".repeat(200)}`, "application/x-msdownload"],
    ["page.html", "<!doctype html><script>alert(1)</script>", "text/plain"],
    ["broken.gif", "GIF89a/*", "image/gif"],
  ])("%s is taken, and never shown", async (name, bytes, type) => {
    const file = await give(sakura, bytes, name);
    expect(file).toMatchObject({ name, type, preview: false, width: null, height: null });
    await expect(openPreview(sakura, threadId, file.id, "preview")).rejects.toThrow(NotFound);
    await expect(openPreview(sakura, threadId, file.id, "square")).rejects.toThrow(NotFound);
    expect(keysOf(file)).toEqual([""]);
  });
});

describe("a file that is not taken leaves nothing", () => {
  const chunk = new Uint8Array(4 * 1024 ** 2);
  const cases = [
    ["an empty one", "empty", bodyOf()],
    ["none at all", "empty", null],
    ["one byte too many", "tooLarge", bodyOf(...Array(5).fill(chunk), "x")],
    ["one that breaks off", "cutShort", new ReadableStream({ pull: (it) => it.error(new Error("gone")) })],
  ] as const;
  it.each(cases)("%s", async (_, reason, body) => {
    const before = everything();
    const taken = addFile(sakura, threadId, { name: "a.bin", body });
    await expect(taken).rejects.toMatchObject({ fields: { file: reason } });
    expect(everything()).toEqual(before);
  });

  it("but one of exactly 20 MB is taken", async () => {
    const body = bodyOf(...Array(5).fill(chunk));
    const file = await addFile(sakura, threadId, { name: "a.bin", body });
    expect(file.size).toBe(maxFileSize);
  });

  it("nor one of a member who was removed while it was on its way", async () => {
    const group = await createGroup(sakura, { name: "片付け", memberIds: [kosaku.memberId, yuki.memberId] });
    await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [group]);
    const before = everything();
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await removeFromGroup(sakura, group, yuki.memberId);
        controller.enqueue(encoder.encode("too late"));
        controller.close();
      },
    });
    await expect(addFile(yuki, group, { name: "a.txt", body })).rejects.toThrow(NotFound);
    expect(everything()).toEqual(before);
  });
});

describe("a member's hour", () => {
  it("has room for so many files, for large ones less, and not for one's others", async () => {
    await give(kosaku, "x");
    await database.asOwner("UPDATE rate_limits SET count = 298");
    await give(kosaku, "x");
    // The last try, and no room for its second two megabytes.
    await expect(give(kosaku, new Uint8Array(5 * 1024 ** 2))).rejects.toThrow(TooMany);
    await expect(give(kosaku, "x")).rejects.toThrow(TooMany);
    await give(sakura, "x");
  });
});

describe("before it is sent", () => {
  it("a file is its uploader's alone, and nobody else's to send or remove", async () => {
    const file = await give(sakura);
    expect(await findFile(sakura, threadId, file.id)).toEqual(file);
    for (const other of [kosaku, yuki, hannah]) {
      await expectNothing(other, file);
      await expect(removeFile(other, threadId, file.id)).rejects.toThrow(NotFound);
    }
    await expect(send(kosaku, [file])).rejects.toMatchObject({ fields: { files: "chat-files" } });
    await removeFile(sakura, threadId, file.id);
    await expectNothing(sakura, file);
    expect(keysOf(file)).toEqual([]);
    await expect(removeFile(sakura, threadId, file.id)).rejects.toThrow(NotFound);
  });

  it("nobody gives one to a thread that is not theirs", async () => {
    for (const other of [yuki, hannah]) await expect(give(other)).rejects.toThrow(NotFound);
    for (const id of [newId(), "no id", "../x"]) {
      await expect(give(sakura, photo, "a.jpg", id)).rejects.toThrow(NotFound);
      await expect(openFile(sakura, threadId, id)).rejects.toThrow(NotFound);
      await expect(openFile(sakura, id, newId())).rejects.toThrow(NotFound);
    }
  });
});

describe("once it is sent", () => {
  it("those of the thread have it, under its own thread, and nobody else", async () => {
    const [first, second] = [await give(sakura, photo, "1.jpg"), await give(sakura, "二", "2.txt")];
    const line = await send(sakura, [second, first]);
    expect(line.files).toEqual([second, first]);
    expect((await listMessagesBefore(kosaku, threadId)).lines.at(-1)?.files).toEqual([second, first]);
    for (const viewer of [sakura, kosaku]) {
      expect(await read(viewer, first)).toEqual(photo);
      expect((await openPreview(viewer, threadId, first.id, "preview")).size).toBeGreaterThan(0);
    }
    for (const other of [yuki, hannah]) await expectNothing(other, first);
    const elsewhere = await openDirectThread(sakura, yuki.memberId);
    await expectNothing(sakura, first, elsewhere);
    await expectNothing({ ...hannah, companyId: sakura.companyId }, first);
    await expect(removeFile(sakura, threadId, first.id)).rejects.toThrow(NotFound);
  });

  it("it is sent once, and in its own thread", async () => {
    const file = await give(sakura, "x");
    const elsewhere = await openDirectThread(sakura, yuki.memberId);
    await expect(send(sakura, [file], elsewhere)).rejects.toMatchObject({ fields: { files: "chat-files" } });
    await send(sakura, [file]);
    await expect(send(sakura, [file])).rejects.toMatchObject({ fields: { files: "chat-files" } });
  });

  it("anyone who is removed, or leaves, has nothing of it from then on", async () => {
    const group = await createGroup(sakura, { name: "写真", memberIds: [kosaku.memberId, yuki.memberId] });
    await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [group]);
    const file = await give(yuki, photo, "a.jpg", group);
    await send(yuki, [file], group);
    expect(await read(kosaku, file, group)).toEqual(photo);
    await removeFromGroup(sakura, group, kosaku.memberId);
    await expectNothing(kosaku, file, group);
    await leaveGroup(yuki, group);
    await expectNothing(yuki, file, group);
    expect(await read(sakura, file, group)).toEqual(photo);
  });

  it("who is asked for consent sees what comes with the request; who is blocked sees nothing", async () => {
    const file = await give(sakura);
    await send(sakura, [file]);
    const setState = (state: string) =>
      database.asOwner(
        'UPDATE chat_participants SET state = $1::"ParticipantState" WHERE thread_id = $2 AND member_id = $3',
        [state, threadId, kosaku.memberId],
      );
    await setState("ASKED");
    expect(await read(kosaku, file)).toEqual(photo);
    await expect(give(kosaku)).rejects.toThrow(NotFound);
    await setState("ACTIVE");
    await blockMember(sakura, kosaku.memberId);
    await expectNothing(kosaku, file);
    await unblockMember(sakura, kosaku.memberId);
    expect(await read(kosaku, file)).toEqual(photo);
  });

  it("anyone who is suspended or signs out has nothing of it from then on", async () => {
    const file = await give(sakura);
    await send(sakura, [file]);
    await database.asOwner("UPDATE members SET status = 'SUSPENDED' WHERE id = $1", [kosaku.memberId]);
    await expectNothing(kosaku, file);
    await database.asOwner("UPDATE members SET status = 'ACTIVE' WHERE id = $1", [kosaku.memberId]);
    const { account } = await signIn(database, "kosaku");
    const viewer = await findViewer(account, "aoba");
    expect(await read(viewer, file)).toEqual(photo);
    await endSession(account, account.sessionId);
    await expectNothing(viewer, file);
  });

  it("and its message is deleted, nobody has it, and the worker takes its bytes away", async () => {
    const [file, other] = [await give(sakura), await give(sakura)];
    const line = await send(sakura, [file]);
    await send(sakura, [other]);
    await openPreview(kosaku, threadId, file.id, "square");
    await deleteMessage(sakura, { threadId, number: line.number });
    for (const viewer of [sakura, kosaku]) await expectNothing(viewer, file);
    expect(keysOf(file)).toEqual(["", ".preview", ".square"]);
    await purgeFiles(inTwoHours());
    expect(keysOf(file)).toEqual([]);
    expect(keysOf(other)).toEqual(["", ".preview"]);
    expect(await read(kosaku, other)).toEqual(photo);
  });
});

describe("a group's picture", () => {
  it("is shown to anyone who is asked into it, and nothing else of it, until they say no", async () => {
    const [stranger] = await strangersOf(database, sakura, 1);
    if (!stranger) throw new Error("everybody is acquainted");
    const group = await createGroup(sakura, { name: null, memberIds: [kosaku.memberId, stranger.memberId] });
    const [picture, other, unsent] = [
      await give(sakura, photo, "a.jpg", group),
      await give(sakura, photo, "b.jpg", group),
      await give(sakura, photo, "c.jpg", group),
    ];
    await setGroupPicture(sakura, group, picture.id);
    await send(sakura, [other], group);
    expect((await openPreview(stranger, group, picture.id, "square")).size).toBeGreaterThan(0);
    for (const file of [other, unsent]) await expectNothing(stranger, file, group);
    await answerRequest(stranger, group, false);
    await expectNothing(stranger, picture, group);
  });

  it("is seen by its members, is not removed as a file that was not sent, and does not run out", async () => {
    const group = await createGroup(sakura, { name: "同期", memberIds: [kosaku.memberId] });
    await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [group]);
    const [picture, next] = [
      await give(sakura, photo, "a.jpg", group),
      await give(sakura, photo, "b.jpg", group),
    ];
    await expectNothing(kosaku, picture, group);
    await setGroupPicture(sakura, group, picture.id);
    expect((await openPreview(kosaku, group, picture.id, "square")).size).toBeGreaterThan(0);
    await expectNothing(yuki, picture, group);
    await expect(removeFile(sakura, group, picture.id)).rejects.toThrow(NotFound);
    await database.asOwner(
      `UPDATE files SET created_at = now() - interval '2 days'
        WHERE id IN (SELECT file_id FROM chat_files WHERE thread_id = $1)`,
      [group],
    );
    await purgeFiles(inTwoHours());
    expect((await openPreview(kosaku, group, picture.id, "square")).size).toBeGreaterThan(0);
    await expectNothing(sakura, next, group);
    await addToGroup(sakura, group, [yuki.memberId]);
  });
});

describe("the worker", () => {
  it("takes away what was not sent for a day, with its bytes, and nothing younger", async () => {
    const [old, young] = [await give(sakura), await give(sakura)];
    await database.asOwner("UPDATE files SET created_at = now() - interval '25 hours' WHERE id = $1", [
      old.id,
    ]);
    await purgeFiles(inTwoHours());
    await expectNothing(sakura, old);
    expect(keysOf(old)).toEqual([]);
    expect(await read(sakura, young)).toEqual(photo);
  });

  it("leaves bytes alone that may be on their way, and those of companies that it does not know", async () => {
    const lost = { id: newId() } as ChatFile;
    const young = await give(sakura);
    const unknown = await give(sakura);
    await database.asOwner("DELETE FROM files WHERE id = ANY ($1)", [[young.id, unknown.id]]);
    await purgeFiles();
    expect(keysOf(young)).toEqual(["", ".preview"]);
    const { fileStore } = await import("#lib/files/store.ts");
    const stranger = `${newId()}/${lost.id}`;
    await fileStore().put(stranger, join(database.uploads, sakura.companyId, unknown.id));
    utimesSync(join(database.uploads, stranger), 1000, 1000);
    await purgeFiles(inTwoHours());
    expect(keysOf(young)).toEqual([]);
    expect(keysOf(lost)).toEqual([""]);
  });

  it("can take no file that was sent, however old", async () => {
    const file = await give(sakura);
    await send(sakura, [file]);
    await database.asOwner("UPDATE files SET created_at = now() - interval '2 years' WHERE id = $1", [
      file.id,
    ]);
    await purgeFiles(inTwoHours());
    expect(await read(kosaku, file)).toEqual(photo);
  });
});

describe("the app's role", () => {
  const ask = (viewer: Viewer, sql: string, ...values: unknown[]) =>
    database.asViewer<{ name?: string }>(viewer, sql, values);

  it("sees what is true of a file as little as the file", async () => {
    const facts = "SELECT name FROM files WHERE id = $1::uuid";
    const [file, unsent] = [await give(sakura, "x", "秘密.txt"), await give(sakura, "y", "下書き.txt")];
    for (const own of [file, unsent]) expect(await ask(sakura, facts, own.id)).toEqual([{ name: own.name }]);
    expect(await ask(kosaku, facts, file.id)).toEqual([]);
    await send(sakura, [file]);
    expect(await ask(kosaku, facts, file.id)).toEqual([{ name: "秘密.txt" }]);
    for (const other of [yuki, hannah])
      for (const { id } of [file, unsent]) expect(await ask(other, facts, id)).toEqual([]);
    expect(await ask(kosaku, facts, unsent.id)).toEqual([]);
    expect(await ask(kosaku, "SELECT file_id FROM chat_files WHERE file_id = $1::uuid", unsent.id)).toEqual(
      [],
    );
  });

  it("neither changes a file's row, nor gives one for somebody else or as given", async () => {
    const file = await give(sakura);
    for (const change of [
      "UPDATE files SET given_at = now() WHERE id = $1::uuid",
      "UPDATE files SET name = 'y' WHERE id = $1::uuid",
      "UPDATE chat_files SET number = 1 WHERE file_id = $1::uuid",
      "DELETE FROM chat_files WHERE file_id = $1::uuid",
    ])
      await expect(ask(sakura, change, file.id), change).rejects.toThrow("permission denied");
    const insert = (uploader: Viewer, given: Date | null) =>
      ask(
        sakura,
        `INSERT INTO files (company_id, id, domain, uploader_id, name, type, size, given_at)
          VALUES ($1::uuid, $2::uuid, 'CHAT', $3::uuid, 'n', 't', 1, $4::timestamptz)`,
        uploader.companyId,
        newId(),
        uploader.memberId,
        given,
      );
    await insert(sakura, null);
    for (const [uploader, given] of [
      [kosaku, null],
      [hannah, null],
      [sakura, new Date()],
    ] as const)
      await expect(insert(uploader, given)).rejects.toThrow("row-level security");
  });

  it("puts no file of another's into a conversation, none twice, none as sent and none elsewhere", async () => {
    const elsewhere = await openDirectThread(sakura, yuki.memberId);
    const put = (viewer: Viewer, file: ChatFile, thread = elsewhere, number: number | null = null) =>
      ask(
        viewer,
        `INSERT INTO chat_files (company_id, file_id, thread_id, number)
          VALUES (app_company_id(), $1::uuid, $2::uuid, $3::int)`,
        file.id,
        thread,
        number,
      );
    const [theirs, own, sent] = [await give(kosaku), await give(sakura), await give(sakura)];
    await send(sakura, [sent]);
    await expect(put(sakura, theirs)).rejects.toThrow("row-level security");
    await expect(put(sakura, own)).rejects.toThrow("chat_files_pkey");
    await expect(put(sakura, sent)).rejects.toThrow("row-level security");
    const { memberId: uploaderId, companyId } = sakura;
    const loose = { id: newId() } as ChatFile;
    await database.asOwner(
      `INSERT INTO files (company_id, id, domain, uploader_id, name, type, size) VALUES ($1, $2, 'CHAT', $3, 'n', 't', 1)`,
      [companyId, loose.id, uploaderId],
    );
    const line = await send(sakura, [await give(sakura)]);
    await expect(put(sakura, loose, threadId, line.number)).rejects.toThrow("row-level security");
    await expect(put(kosaku, loose, threadId)).rejects.toThrow("row-level security");
    const group = await createGroup(yuki, { name: "別の会", memberIds: [kosaku.memberId] });
    await expect(put(sakura, loose, group)).rejects.toThrow("row-level security");
    await put(sakura, loose, threadId);
  });

  it("takes away no file of another's, nor one's own that is the group's picture", async () => {
    const remove = (viewer: Viewer, { id }: ChatFile) =>
      ask(viewer, "DELETE FROM files WHERE id = $1::uuid RETURNING id", id);
    const [sent, unsent] = [await give(sakura), await give(sakura)];
    await send(sakura, [sent]);
    for (const other of [kosaku, yuki, hannah])
      for (const file of [sent, unsent]) expect(await remove(other, file)).toEqual([]);
    const group = await createGroup(sakura, { name: "写真", memberIds: [kosaku.memberId] });
    const picture = await give(sakura, photo, "a.jpg", group);
    await setGroupPicture(sakura, group, picture.id);
    expect(await remove(sakura, picture)).toEqual([]);
    for (const own of [sent, unsent]) expect(await remove(sakura, own)).toEqual([{ id: own.id }]);
  });

  it("holds no file for the group whose admin it is not, and none of another conversation", async () => {
    const group = await createGroup(sakura, { name: "会", memberIds: [kosaku.memberId] });
    const [elsewhere, theirs, own] = [
      await give(sakura),
      await give(kosaku, photo, "a.jpg", group),
      await give(sakura, photo, "a.jpg", group),
    ];
    const set = (viewer: Viewer, { id }: ChatFile) =>
      withViewer(
        viewer,
        (tx) => tx.$executeRaw`UPDATE chat_threads SET picture_id = ${id}::uuid WHERE id = ${group}::uuid`,
      );
    const given = async ({ id }: ChatFile) =>
      (await database.asOwner("SELECT given_at IS NOT NULL AS given FROM files WHERE id = $1", [id]))[0];
    await expect(set(kosaku, own)).rejects.toThrow("only admins");
    for (const file of [elsewhere, theirs]) {
      await set(sakura, file);
      expect(await given(file)).toEqual({ given: false });
      await expectNothing(sakura, file, group);
    }
    await set(sakura, own);
    expect(await given(own)).toEqual({ given: true });
    await set(sakura, elsewhere);
    expect(await given(own)).toEqual({ given: false });
  });
});

function inTwoHours(): Date {
  return new Date(Date.now() + 2 * 60 * 60 * 1000);
}
