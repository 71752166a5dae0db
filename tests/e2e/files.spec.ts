import { readFile } from "node:fs/promises";
import { type APIRequestContext, expect, type Locator, type Page } from "@playwright/test";
import sharp from "sharp";
import { conversation, expectForEveryone, openAs, test, threadRow } from "./support.ts";

const strip = (page: Page) =>
  page.getByRole("list", { name: /メッセージに添えるファイル|Files for your message/ });
const field = (page: Page) => page.locator("input[type=file]");
const origin = () => process.env.E2E_BASE_URL ?? "";
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

async function photo(name: string, background = "red") {
  const red = { create: { width: 640, height: 480, channels: 3, background } } as const;
  return { name, mimeType: "image/jpeg", buffer: await sharp(red).jpeg().toBuffer() };
}
const note = (name: string, text: string) => ({ name, mimeType: "image/jpeg", buffer: Buffer.from(text) });

/** The conversation of Sakura and Kosaku, on her screen. */
async function openConversation(page: Page): Promise<Page> {
  await page.goto("/c/aoba/chat");
  await threadRow(page, "髙橋 耕作").click();
  await expect(field(page)).toBeAttached();
  return page;
}

const apiOf = (page: Page) => `/api${new URL(page.url()).pathname}/files`;
const give = (request: APIRequestContext, url: string, body: Buffer, headers: Record<string, string>) =>
  request.post(url, { data: body, headers: { "content-type": "application/octet-stream", ...headers } });

async function isShown(image: Locator): Promise<void> {
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0);
}

test("pictures and files go up when they are chosen, are sent together, seen and kept by the other", async ({
  browser,
}) => {
  const sakura = await openConversation(await openAs(browser, "sakura"));
  const kosaku = await openAs(browser, "kosaku");
  await kosaku.goto(new URL(sakura.url()).pathname);
  const mark = crypto.randomUUID().slice(0, 8);
  const [first, second] = [`海 ${mark}.jpg`, `山 ${mark}.jpg`];
  const text = `議事録 ${mark}.svg`;

  await field(sakura).setInputFiles([await photo(first), await photo(second, "blue"), note(text, svg)]);
  await expect(strip(sakura).getByText("送信できます")).toHaveCount(3);
  await expectForEveryone(sakura, "a message in the making, with files");
  // They outlive a reload; one is taken out again.
  await sakura.reload();
  await expect(strip(sakura).getByRole("listitem")).toHaveCount(3);
  await isShown(strip(sakura).locator("img").first());
  await field(sakura).setInputFiles(note("not this one.txt", "x"));
  await sakura.getByRole("button", { name: /not this one\.txtを外す/ }).click();
  await expect(strip(sakura).getByRole("listitem")).toHaveCount(3);
  await sakura.getByRole("textbox", { name: /さんへのメッセージ/ }).press("Enter");
  await expect(strip(sakura)).toHaveCount(0);

  for (const page of [sakura, kosaku]) {
    for (const name of [first, second])
      await isShown(
        conversation(page)
          .getByRole("button", { name: new RegExp(name) })
          .locator("img"),
      );
    const chip = conversation(page).getByRole("link", { name: new RegExp(text) });
    await expect(chip).toContainText("テキスト");
  }
  await expectForEveryone(kosaku, "a conversation with files");

  await conversation(kosaku)
    .getByRole("button", { name: new RegExp(first) })
    .click();
  const large = kosaku.getByRole("dialog", { name: first });
  await isShown(large.getByRole("img", { name: first }));
  await expectForEveryone(kosaku, "a picture, large");
  await kosaku.keyboard.press("ArrowRight");
  await isShown(kosaku.getByRole("dialog", { name: second }).getByRole("img", { name: second }));
  await kosaku.keyboard.press("Escape");
  await expect(kosaku.getByRole("dialog")).toHaveCount(0);

  const [download] = await Promise.all([
    kosaku.waitForEvent("download"),
    conversation(kosaku)
      .getByRole("link", { name: new RegExp(text) })
      .click(),
  ]);
  expect(download.suggestedFilename()).toBe(text);
  expect(await readFile(await download.path(), "utf8")).toBe(svg);
});

test("a file that cannot be taken says why, and the others are sent", async ({ browser }) => {
  const page = await openConversation(await openAs(browser, "sakura", { width: 390 }));
  const mark = crypto.randomUUID().slice(0, 8);
  const large = { name: "large.bin", mimeType: "", buffer: Buffer.alloc(20 * 1024 ** 2 + 1) };
  await field(page).setInputFiles([large, note("empty.txt", ""), note(`fine ${mark}.txt`, "fine")]);
  await expect(strip(page).getByText("20MBを超えるため、添えられません。")).toBeVisible();
  await expect(strip(page).getByText("中身のないファイルです。")).toBeAttached();
  await expect(strip(page).getByText("送信できます")).toHaveCount(1);
  await page.getByRole("button", { name: "送信" }).click();
  await expect(conversation(page).getByRole("link", { name: new RegExp(`fine ${mark}`) })).toBeVisible();
  await expect(strip(page).getByRole("listitem")).toHaveCount(2);

  // Without a connection it waits for another try, which comes with the connection.
  await page.context().setOffline(true);
  await field(page).setInputFiles(note(`later ${mark}.txt`, "later"));
  await expect(strip(page).getByText(/つながりませんでした/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(strip(page).getByText("送信できます")).toHaveCount(1);
});

test("what may be pasted and dropped goes up too", async ({ browser }) => {
  const page = await openConversation(await openAs(browser, "sakura"));
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "pasted.txt", { type: "text/plain" }));
    return data;
  });
  const composer = page.getByRole("textbox", { name: /さんへのメッセージ/ });
  await composer.evaluate((it, clipboardData) => {
    it.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, transfer);
  await conversation(page).dispatchEvent("dragenter", { dataTransfer: transfer });
  await expect(page.getByText("ここで放すとメッセージに添えます")).toBeVisible();
  await conversation(page).dispatchEvent("drop", { dataTransfer: transfer });
  await expect(page.getByText("ここで放すとメッセージに添えます")).toHaveCount(0);
  await expect(strip(page).getByText("送信できます")).toHaveCount(2);
  for (const _ of [1, 2]) await page.getByRole("button", { name: "pasted.txtを外す" }).first().click();
  await expect(strip(page)).toHaveCount(0);
});

test("a file is served inert, to those of the thread, and taken from pages of ours alone", async ({
  browser,
  playwright,
}) => {
  const sakura = await openConversation(await openAs(browser, "sakura"));
  const url = apiOf(sakura);
  const { request } = sakura.context();
  const { buffer } = await photo("");
  const named = { origin: origin(), "x-file-name": encodeURIComponent('写真"\r\nX: 1.html') };

  for (const headers of [{}, { origin: "https://evil.example" }, { origin: "null" }] as Record<
    string,
    string
  >[])
    expect((await give(request, url, buffer, headers)).status(), JSON.stringify(headers)).toBe(404);
  const taken = await give(request, url, buffer, named);
  expect(taken.status()).toBe(201);
  const { data } = await taken.json();
  expect(data).toMatchObject({ name: '写真"X: 1.html', type: "image/jpeg", preview: true });

  const file = await request.get(`${url}/${data.id}`);
  expect(await file.body()).toEqual(buffer);
  expect(file.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "content-disposition": `attachment; filename="___X: 1.html"; filename*=UTF-8''%E5%86%99%E7%9C%9F%22X%3A%201.html`,
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  expect(file.headers()["content-security-policy"]).toContain("sandbox");
  const preview = await request.get(`${url}/${data.id}/preview`);
  expect(preview.headers()).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, no-cache",
  });
  const again = { headers: { "if-none-match": preview.headers().etag ?? "" } };
  expect((await request.get(`${url}/${data.id}/preview`, again)).status()).toBe(304);
  const square = await request.get(`${url}/${data.id}/preview?size=square`);
  expect(await sharp(await square.body()).metadata()).toMatchObject({ width: 256, height: 256 });

  const addresses = ["", "/preview", "/preview?size=square"].map((end) => `${url}/${data.id}${end}`);
  const strangers: [string, APIRequestContext][] = [
    ["the other, before it is sent", (await openAs(browser, "kosaku")).context().request],
    ["another of the company", (await openAs(browser, "yuki")).context().request],
    ["another company's", (await openAs(browser, "hannah")).context().request],
    ["a suspended member", (await openAs(browser, "tsuyoshi")).context().request],
    ["somebody signed out", await playwright.request.newContext({ baseURL: origin() })],
  ];
  for (const [who, stranger] of strangers) {
    for (const address of addresses) {
      expect((await stranger.get(address)).status(), `${who} ${address}`).toBe(404);
      expect((await stranger.get(address, again)).status(), `${who} ${address}`).toBe(404);
    }
    expect(
      (await stranger.delete(`${url}/${data.id}`, { headers: { origin: origin() } })).status(),
      who,
    ).toBe(404);
    if (who !== "the other, before it is sent")
      expect((await give(stranger, url, buffer, named)).status(), who).toBe(404);
  }

  expect((await request.delete(`${url}/${data.id}`)).status(), "from nowhere").toBe(404);
  expect((await request.delete(`${url}/${data.id}`, { headers: { origin: origin() } })).status()).toBe(200);
  expect((await request.get(`${url}/${data.id}`)).status()).toBe(404);
});

test("a body that is too long is refused, whatever it says of itself", async ({ browser }) => {
  const sakura = await openConversation(await openAs(browser, "sakura"));
  const url = apiOf(sakura);
  const { request } = sakura.context();
  const answer = await give(request, url, Buffer.alloc(20 * 1024 ** 2 + 1), { origin: origin() });
  expect([answer.status(), (await answer.json()).fields]).toEqual([422, { file: "tooLarge" }]);

  // In pieces, with no length at all; the server may hang up before it has heard the end.
  const cookie = (await sakura.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 2 ** 20;
      if (sent > 400 * 2 ** 20) controller.close();
      else controller.enqueue(new Uint8Array(2 ** 20));
    },
  });
  const init = { method: "POST", headers: { origin: origin(), cookie }, body: endless, duplex: "half" };
  const status = await fetch(`${origin()}${url}`, init).then(
    (response) => response.status,
    () => "hung up",
  );
  expect([422, "hung up"]).toContain(status);
  expect(sent).toBeLessThan(100 * 2 ** 20);
});
