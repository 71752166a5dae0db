import { describe, expect, test } from "vitest";
import { kindOfFile, spokenSize } from "#components/chat/files/file-kind.ts";
import { begunFiles, keptFiles } from "#components/chat/files/kept-files.ts";
import { pictureBox } from "#components/chat/files/picture-box.ts";
import { fromBegun, fromFile, mayRetry } from "#components/chat/files/upload.ts";
import { createUploads, isBusy, readyFiles } from "#components/chat/files/uploads-store.ts";
import { type Answer, offline } from "#components/live/live-request.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import { maxFileSize } from "#lib/files/policy.ts";
import { idAt, newId } from "#lib/ids.ts";

const fileOf = (name: string): ChatFile => ({
  id: newId(),
  name,
  type: "text/plain",
  size: 1,
  width: null,
  height: null,
  preview: false,
});
const chosen = (name: string) => new File(["x"], name, { type: "text/plain" });
const refused = (file: string) => ({ ok: false as const, code: "invalid" as const, fields: { file } });

/** Uploads whose server answers when told, and what it was asked. */
function openUploads() {
  const asked = new Map<
    string,
    { answer: (answer: Answer<ChatFile>) => void; progress: (part: number) => void; signal: AbortSignal }
  >();
  const removed: string[] = [];
  const kept: string[][] = [];
  const begun: string[][] = [];
  const store = createUploads({
    send: (file, progress, signal) =>
      new Promise((resolve) => {
        asked.set(file.name, { answer: resolve, progress, signal });
        signal.addEventListener("abort", () => resolve(offline));
      }),
    remove: ({ name }) => removed.push(name),
    keep: (files) => kept.push(files.map(({ name }) => name)),
    keepBegun: (uploads) => begun.push(uploads.map(({ name }) => name)),
  });
  const tell = async (name: string, answer: Answer<ChatFile>) => {
    asked.get(name)?.answer(answer);
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return {
    store,
    asked,
    removed,
    kept,
    begun,
    tell,
    arrive: (name: string) => tell(name, { ok: true, data: fileOf(name) }),
    states: () => store.get().list.map(({ name, state }) => `${name} ${state}`),
    keyOf: (name: string) => store.get().list.find((one) => one.name === name)?.key ?? "",
    ready: () => readyFiles(store.get()).map(({ name }) => name),
  };
}

describe("the files of a message in the making", () => {
  test("go up at once, three at a time, and stand in the order in which they were chosen", async () => {
    const { store, asked, arrive, states, ready } = openUploads();
    store.add(["1", "2", "3", "4"].map(chosen));
    expect(states()).toEqual(["1 uploading", "2 uploading", "3 uploading", "4 queued"]);
    expect(isBusy(store.get())).toBe(true);
    await arrive("3");
    expect(asked.has("4")).toBe(true);
    await arrive("4");
    await arrive("1");
    await arrive("2");
    expect(ready()).toEqual(["1", "2", "3", "4"]);
    expect(isBusy(store.get())).toBe(false);
  });

  test("tell how far they are, and when they are looked through", () => {
    const { store, asked, states } = openUploads();
    store.add([chosen("1")]);
    asked.get("1")?.progress(0.5);
    expect(store.get().list[0]?.progress).toBe(0.5);
    asked.get("1")?.progress(1);
    expect(states()).toEqual(["1 checking"]);
  });

  test("are ten at most; those that failed do not count, and what was too many is told", async () => {
    const { store, tell } = openUploads();
    store.add(Array.from({ length: 12 }, (_, index) => chosen(String(index))));
    expect([store.get().list.length, store.get().surplus]).toEqual([10, 2]);
    await tell("0", refused("infected"));
    store.add([chosen("one more")]);
    expect([store.get().list.length, store.get().surplus]).toEqual([11, 0]);
  });

  test("are not sent at all when they are empty or too large", () => {
    const { store, asked } = openUploads();
    const large = new File([new Uint8Array(maxFileSize + 1)], "large");
    store.add([new File([], "empty"), large]);
    expect(asked.size).toBe(0);
    expect(store.get().list.map(({ failure }) => failure)).toEqual([refused("empty"), refused("tooLarge")]);
    expect(isBusy(store.get())).toBe(false);
  });

  test("fail one by one, and can be tried again where that may help", async () => {
    const { store, tell, arrive, keyOf, states, ready } = openUploads();
    store.add(["1", "2", "3"].map(chosen));
    await tell("1", refused("infected"));
    await tell("2", refused("notScanned"));
    await tell("3", offline);
    expect(store.get().list.map(mayRetry)).toEqual([false, true, true]);
    for (const name of ["1", "2", "3"]) store.retry(keyOf(name));
    expect(states()).toEqual(["1 failed", "2 uploading", "3 uploading"]);
    await arrive("2");
    expect(ready()).toEqual(["2"]);
  });

  test("can be taken away before, while and after they go up", async () => {
    const { store, asked, removed, arrive, keyOf, states } = openUploads();
    store.add(["1", "2", "3", "4"].map(chosen));
    store.cancel(keyOf("4"));
    store.cancel(keyOf("1"));
    expect(asked.get("1")?.signal.aborted).toBe(true);
    await arrive("2");
    store.cancel(keyOf("2"));
    expect(states()).toEqual(["3 uploading"]);
    expect(removed).toEqual(["2"]);
    expect(asked.has("4")).toBe(false);
  });

  test("are taken back when they arrive just as they are taken away", async () => {
    const { store, asked, removed, keyOf, states } = openUploads();
    store.add([chosen("1")]);
    asked.get("1")?.answer({ ok: true, data: fileOf("1") });
    store.cancel(keyOf("1"));
    await new Promise((resolve) => setTimeout(resolve));
    expect(states()).toEqual([]);
    expect(removed).toEqual(["1"]);
  });

  test("leave with the message, but for those that failed", async () => {
    const { store, tell, arrive, states, removed, kept } = openUploads();
    store.add(["1", "2"].map(chosen));
    await arrive("1");
    await tell("2", offline);
    store.clear(readyFiles(store.get()));
    expect(states()).toEqual(["2 failed"]);
    expect(removed).toEqual([]);
    expect(kept).toEqual([["1"], []]);
  });

  test("stay for the next one, when they become ready while it is sent", async () => {
    const { store, arrive, ready, kept } = openUploads();
    store.add(["1", "2"].map(chosen));
    await arrive("1");
    const sent = readyFiles(store.get());
    await arrive("2");
    store.clear(sent);
    expect(ready()).toEqual(["2"]);
    expect(kept.at(-1)).toEqual(["2"]);
  });

  test("are remembered by name while they are on their way, and while only the connection is missing", async () => {
    const { store, tell, arrive, keyOf, begun } = openUploads();
    store.add(["1", "2", "3"].map(chosen));
    await arrive("1");
    await tell("2", offline);
    await tell("3", refused("infected"));
    expect(begun).toEqual([["1", "2", "3"], ["2", "3"], ["2"]]);
    store.cancel(keyOf("2"));
    expect(begun.at(-1)).toEqual([]);
  });

  test("that were on their way when the page was left are told, cannot be tried again, and can be taken away", () => {
    const begun: string[][] = [];
    const ways = {
      send: () => Promise.reject(),
      remove() {},
      keep() {},
      keepBegun: (uploads: { name: string }[]) => begun.push(uploads.map(({ name }) => name)),
    };
    const left = { key: "a", name: "1", type: "", size: 1 };
    const store = createUploads(ways, [fromFile(fileOf("0")), fromBegun(left)]);
    expect(readyFiles(store.get()).map(({ name }) => name)).toEqual(["0"]);
    expect(isBusy(store.get())).toBe(false);
    expect(store.get().list.at(-1)?.failure).toEqual({ ok: false, code: "left" });
    expect(store.get().list.map(mayRetry)).toEqual([false, false]);
    store.again();
    expect(store.get().list.at(-1)?.state).toBe("failed");
    store.cancel("a");
    expect(begun).toEqual([[]]);
  });

  test("go on again by themselves where only the connection was missing", async () => {
    const { store, tell, states } = openUploads();
    store.add(["1", "2"].map(chosen));
    await tell("1", offline);
    await tell("2", refused("notScanned"));
    store.again();
    expect(states()).toEqual(["1 uploading", "2 failed"]);
  });

  test("wait no more when the frame is left, and none of them begins then", async () => {
    const { store, asked, states, begun } = openUploads();
    store.add(["1", "2", "3", "4"].map(chosen));
    store.close();
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked.has("4")).toBe(false);
    expect(states()).toEqual(["1 failed", "2 failed", "3 failed", "4 failed"]);
    expect(begun.at(-1)).toEqual(["1", "2", "3", "4"]);
  });

  test("are those that another tab has ready", async () => {
    const { store, arrive, ready, states } = openUploads();
    const files = [fileOf("1"), fileOf("2")];
    store.restore(files);
    store.add([chosen("3")]);
    store.adopt([...files.slice(1), fileOf("4")]);
    expect(states()).toEqual(["4 ready", "2 ready", "3 uploading"]);
    await arrive("3");
    store.adopt([]);
    expect(ready()).toEqual([]);
  });

  test("come back as they were, once", () => {
    const { store, ready } = openUploads();
    const files = [fileOf("1"), fileOf("2")];
    store.restore(files);
    store.restore(files);
    expect(ready()).toEqual(["1", "2"]);
    expect(store.get().list.map(mayRetry)).toEqual([false, false]);
  });
});

describe("the files of a draft", () => {
  const storage = () => {
    const values = new Map<string, string>();
    const held: Pick<Storage, "getItem" | "setItem" | "removeItem"> = {
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => void values.set(key, value),
      removeItem: (key) => void values.delete(key),
    };
    return { values, held: held as Storage };
  };

  test("are kept on this device, for their member and thread", () => {
    const { held, values } = storage();
    const files = [fileOf("写真.jpg")];
    keptFiles(held, "me", "thread").keep(files);
    expect(keptFiles(held, "me", "thread").read()).toEqual(files);
    expect(keptFiles(held, "me", "another").read()).toEqual([]);
    expect(keptFiles(held, "another", "thread").read()).toEqual([]);
    keptFiles(held, "me", "thread").keep([]);
    expect(values.size).toBe(0);
  });

  test("are forgotten before the server forgets them", () => {
    const { held } = storage();
    const now = Date.now();
    const old = { ...fileOf("old"), id: idAt(now - 21 * 60 * 60 * 1000, new Uint8Array(10)) };
    const young = { ...fileOf("young"), id: idAt(now - 19 * 60 * 60 * 1000, new Uint8Array(10)) };
    keptFiles(held, "me", "thread").keep([old, young]);
    expect(keptFiles(held, "me", "thread").read(now)).toEqual([young]);
  });

  test("are known by name while they are on their way", () => {
    const { held, values } = storage();
    const begun = [{ key: "a", name: "写真.jpg", type: "image/jpeg", size: 9 }];
    begunFiles(held, "me", "thread").keep(begun);
    expect(begunFiles(held, "me", "thread").read()).toEqual(begun);
    expect(begunFiles(held, "me", "another").read()).toEqual([]);
    expect(keptFiles(held, "me", "thread").read()).toEqual([]);
    begunFiles(held, "me", "thread").keep([]);
    expect(values.size).toBe(0);
  });

  test("are none where something else is kept, or nothing can be", () => {
    const { held } = storage();
    held.setItem("okaeri:me:thread:files", '[{"id":"x"}]');
    expect(keptFiles(held, "me", "thread").read()).toEqual([]);
    expect(keptFiles(undefined, "me", "thread").read()).toEqual([]);
    keptFiles(undefined, "me", "thread").keep([fileOf("1")]);
  });
});

describe("what is said of a file", () => {
  test.each([
    ["image/jpeg", "picture"],
    ["application/pdf", "pdf"],
    ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "table"],
    ["application/vnd.openxmlformats-officedocument.presentationml.presentation", "slides"],
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document"],
    ["application/vnd.oasis.opendocument.text", "document"],
    ["application/zip", "archive"],
    ["application/x-7z-compressed", "archive"],
    ["audio/mpeg", "audio"],
    ["video/mp4", "video"],
    ["text/plain", "text"],
    ["application/xml", "text"],
    ["application/x-msdownload", "program"],
    ["application/octet-stream", "other"],
    ["", "other"],
  ])("%s is a %s", (type, kind) => expect(kindOfFile(type)).toBe(kind));

  test.each([
    [1, "0.1 kilobyte 1"],
    [420, "0.42 kilobyte 1"],
    [12_345, "12.345 kilobyte 0"],
    [999_600, "0.9996 megabyte 1"],
    [1_250_000, "1.25 megabyte 1"],
    [20_971_520, "20.97152 megabyte 0"],
  ])("%i bytes", (bytes, words) => {
    const { value, unit, digits } = spokenSize(bytes);
    expect(`${value} ${unit} ${digits}`).toBe(words);
  });

  test.each([
    [4000, 3000, "20rem 1.333"],
    [3000, 4000, "15rem 0.75"],
    [5000, 100, "20rem 2"],
    [100, 5000, "6.25rem 0.5"],
    [1000, 5000, "10rem 0.5"],
    [16, 16, "6rem 1"],
    [160, 120, "10rem 1.333"],
  ])("a picture of %i × %i pixels stands in a box of %s", (width, height, box) => {
    const { width: wide, aspectRatio } = pictureBox({ width, height });
    expect(`${wide} ${aspectRatio}`).toBe(box);
  });
});
