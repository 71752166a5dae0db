import { readFile } from "node:fs/promises";
import { type APIRequestContext, type Browser, expect, type Locator, type Page } from "@playwright/test";
import sharp from "sharp";
import { conversation, expectForEveryone, type Look, openAs, requestAs, test, threadRow } from "./support.ts";

const strip = (page: Page) => page.getByRole("list", { name: /添付するファイル|Files for your message/ });
const field = (page: Page) => page.locator("input[type=file]");
const origin = () => process.env.E2E_BASE_URL ?? "";
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

async function photo(
  name: string,
  background = "red",
  [width, height]: readonly [number, number] = [640, 480],
) {
  const red = { create: { width, height, channels: 3, background } } as const;
  return { name, mimeType: "image/jpeg", buffer: await sharp(red).jpeg().toBuffer() };
}
const note = (name: string, text: string) => ({ name, mimeType: "image/jpeg", buffer: Buffer.from(text) });

/** The conversation of Sakura and Kosaku, on her screen. */
async function openConversation(browser: Browser, look: Look = {}): Promise<Page> {
  const page = await openAs(browser, "sakura", { ...look, path: "/c/aoba/chat" });
  await threadRow(page, "髙橋 耕作").click();
  await expect(field(page)).toBeAttached();
  return page;
}

const composer = (page: Page) => page.getByRole("textbox", { name: /さんへのメッセージ/ });
/** The picture of that name in the conversation. */
const tile = (page: Page, name: string) => conversation(page).getByRole("button", { name: new RegExp(name) });

async function boxOf(it: Locator) {
  const box = await it.boundingBox();
  if (!box) throw new Error("not on the page");
  return box;
}

/** Sends these files, with a few words or none. */
async function sendFiles(page: Page, files: Awaited<ReturnType<typeof photo>>[], text = ""): Promise<void> {
  await field(page).setInputFiles(files);
  await expect(strip(page).getByText("送信できます")).toHaveCount(files.length);
  await composer(page).fill(text);
  await page.getByRole("button", { name: "送信" }).click();
  await expect(strip(page)).toHaveCount(0);
}

/** Nothing is wider than the screen: a phone would then show less of the page at a time, or let it be pushed about. */
async function expectNoWider(page: Page, width: number): Promise<void> {
  const wide = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(wide).toEqual([width, width]);
  const ends = await conversation(page)
    .locator("article, article button, time")
    .evaluateAll((all) => all.map((it) => Math.round(it.getBoundingClientRect().right)));
  expect(Math.max(...ends)).toBeLessThanOrEqual(width);
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
  const sakura = await openConversation(browser);
  const kosaku = await openAs(browser, "kosaku", { path: new URL(sakura.url()).pathname });
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

for (const width of [1280, 390, 360]) {
  test(`pictures have a size of their own, with few words and with none, ${width} px`, async ({
    browser,
  }) => {
    const sakura = await openConversation(browser);
    const kosaku = await openAs(browser, "kosaku", { width, path: new URL(sakura.url()).pathname });
    const mark = crypto.randomUUID().slice(0, 8);
    const photos = (set: string, count: number) =>
      Promise.all(Array.from({ length: count }, (_, index) => photo(`${set}${index} ${mark}.jpg`)));
    await sendFiles(sakura, await photos("two", 2));
    await sendFiles(sakura, await photos("four", 4), "はい");
    await sendFiles(sakura, await photos("three", 3));
    for (const page of [sakura, kosaku]) {
      for (const name of ["two0", "two1", "four0", "four3", "three0", "three1"]) {
        const box = await boxOf(tile(page, `${name} ${mark}`));
        expect(Math.abs(box.width - box.height), name).toBeLessThan(1);
        expect(box.width, name).toBeGreaterThan(115);
        expect(box.width, name).toBeLessThan(165);
      }
      const [one, odd] = [
        await boxOf(tile(page, `three0 ${mark}`)),
        await boxOf(tile(page, `three2 ${mark}`)),
      ];
      expect(odd.width).toBeGreaterThan(2 * one.width);
      expect(Math.abs(odd.width - 2 * odd.height)).toBeLessThan(2);
    }
    await expectNoWider(kosaku, width);
  });
}

test("nothing that is sent makes a phone's conversation wider, and a picture's room is there before it", async ({
  browser,
}) => {
  const sakura = await openConversation(browser);
  const mark = crypto.randomUUID().slice(0, 8);
  const name = `景色 ${mark}`;
  await sendFiles(sakura, [await photo(`${name}.jpg`, "teal", [1600, 900])]);
  await composer(sakura).fill(`${mark} Z${"\u0334\u0361\u0489\u0489".repeat(200)}algo`);
  await composer(sakura).press("Enter");
  await composer(sakura).fill(`${mark} ${"w".repeat(300)} ${"\ufdfd".repeat(30)}`);
  await composer(sakura).press("Enter");
  const kosaku = await openAs(browser, "kosaku", { width: 360 });
  const previews = /\/preview/;
  await kosaku.route(previews, (route) => route.abort());
  await kosaku.goto(new URL(sakura.url()).pathname);
  await expect(conversation(kosaku).getByText(mark)).toHaveCount(2);
  await expectNoWider(kosaku, 360);
  const before = await boxOf(tile(kosaku, name));
  expect(before.width / before.height).toBeCloseTo(16 / 9, 1);
  expect(before.width).toBeGreaterThan(200);

  await kosaku.unroute(previews);
  await kosaku.reload();
  await isShown(tile(kosaku, name).locator("img"));
  const after = await boxOf(tile(kosaku, name));
  expect([after.width, after.height]).toEqual([before.width, before.height]);
  await composer(kosaku).fill(`${mark} 返事`);
  await kosaku.getByRole("button", { name: "送信" }).click();
  await expect(conversation(kosaku).getByText(`${mark} 返事`)).toBeVisible();
  await expectNoWider(kosaku, 360);
});

test("a file goes on up while one looks at another conversation or page", async ({ browser }) => {
  const page = await openConversation(browser);
  const path = new URL(page.url()).pathname;
  const name = `ゆっくり ${crypto.randomUUID().slice(0, 8)}.txt`;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/files$/, async (route) => {
    await held;
    await route.continue();
  });
  await field(page).setInputFiles(note(name, "x"));
  const row = strip(page).getByRole("listitem").filter({ hasText: name });
  await expect(row.getByRole("progressbar")).toBeVisible();
  await threadRow(page, "高橋 千夏").click();
  await expect(page).not.toHaveURL(new RegExp(path));
  await expect(field(page)).toBeAttached();
  await expect(strip(page)).toHaveCount(0);
  await threadRow(page, "髙橋 耕作").click();
  await expect(page).toHaveURL(new RegExp(path));
  await expect(row.getByRole("progressbar")).toBeVisible();
  await page.getByRole("link", { name: "名簿" }).first().click();
  await expect(page).toHaveURL(/directory/);
  const arrived = page.waitForResponse(/\/files$/);
  letGo();
  await arrived;
  await page.goBack();
  await expect(row).toContainText("送信できます");
  await expect(strip(page).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "送信" }).click();
  await expect(conversation(page).getByRole("link", { name: new RegExp(name) })).toBeVisible();
});

test("a file that was on its way when the page was left is told, not just gone", async ({ browser }) => {
  const page = await openConversation(browser);
  const name = `途中 ${crypto.randomUUID().slice(0, 8)}.txt`;
  await page.route(/\/files$/, () => {});
  await field(page).setInputFiles(note(name, "x"));
  await expect(strip(page).getByRole("progressbar")).toBeVisible();
  await page.reload();
  const row = strip(page).getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("アップロードが終わる前にページが閉じられました");
  await expect(row.getByRole("button", { name: /もう一度試す/ })).toHaveCount(0);
  await row.getByRole("button", { name: `${name}を外す` }).click();
  await page.reload();
  await expect(field(page)).toBeAttached();
  await expect(strip(page)).toHaveCount(0);
});

test("Back closes a picture and the details, and stays in the conversation", async ({ browser }) => {
  const page = await openConversation(browser, { width: 390 });
  const url = page.url();
  const name = `戻る ${crypto.randomUUID().slice(0, 8)}`;
  await sendFiles(page, [await photo(`${name}1.jpg`), await photo(`${name}2.jpg`, "blue")]);
  const draft = "書きかけ";
  await composer(page).fill(draft);
  const openPicture = async () => {
    await tile(page, `${name}1`).click();
    await expect(page.getByRole("dialog", { name: `${name}1.jpg` })).toBeVisible();
  };
  const openDetails = async () => {
    await page.getByRole("button", { name: "会話の詳細" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  };
  const closed = async () => {
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(composer(page)).toHaveValue(draft);
    expect(page.url()).toBe(url);
  };
  const back = () => page.evaluate(() => history.back());
  for (const open of [openPicture, openDetails]) {
    await open();
    await back();
    await closed();
    // What was closed by Back does not come again by Forward, and that is no step either.
    await page.evaluate(() => history.forward());
    await closed();
    for (const close of ["Escape", "閉じる"]) {
      await open();
      if (close === "Escape") await page.keyboard.press(close);
      else await page.getByRole("button", { name: close }).click();
      await closed();
    }
  }
  // Nor does any of it need a connection.
  await page.context().setOffline(true);
  await openPicture();
  await back();
  await closed();
  await openDetails();
  await page.keyboard.press("Escape");
  await closed();
  await page.context().setOffline(false);
  await openPicture();
  await page.getByRole("button", { name: "次の画像" }).click();
  await expect(page.getByRole("dialog", { name: `${name}2.jpg` })).toBeVisible();
  await page.reload();
  await closed();
  // From the details to another page, and back past them.
  await openDetails();
  await page.getByRole("link", { name: "プロフィールを見る" }).click();
  await expect(page).toHaveURL(/\/people\//);
  await back();
  await closed();
  await back();
  await expect(page).toHaveURL(/\/chat$/);
  await composer(page).waitFor({ state: "detached" });
});

test("the picture view fits a phone, and its arrows lie beside the picture", async ({ browser }) => {
  const page = await openConversation(browser, { width: 390 });
  const name = `広い ${crypto.randomUUID().slice(0, 8)}`;
  for (const size of [
    [1600, 900],
    [900, 1600],
  ] as const)
    await sendFiles(page, [
      await photo(`${name}1.jpg`, "red", size),
      await photo(`${name}2.jpg`, "blue", size),
    ]);
  for (const place of [0, 1]) {
    await tile(page, `${name}1`).nth(place).click();
    const image = page.getByRole("img", { name: `${name}1.jpg` });
    await isShown(image);
    const shown = await boxOf(image);
    for (const arrow of ["前の画像", "次の画像"]) {
      const box = await boxOf(page.getByRole("button", { name: arrow }));
      expect(box.y).toBeGreaterThanOrEqual(shown.y + shown.height);
      expect(box.x).toBeGreaterThan(16);
      expect(box.x + box.width).toBeLessThan(390 - 16);
      expect(box.y + box.height).toBeLessThan(844);
    }
    expect(await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth])).toEqual([390, 390]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
});

test("of many files the strip shows that there are more than it has room for", async ({ browser }) => {
  for (const [width, count] of [
    [1280, 8],
    [390, 5],
  ] as const) {
    const page = await openConversation(browser, { width });
    await field(page).setInputFiles(Array.from({ length: count }, (_, index) => note(`${index}.txt`, "x")));
    await expect(strip(page).getByText("送信できます")).toHaveCount(count);
    const list = await boxOf(strip(page));
    const rows = await strip(page)
      .getByRole("listitem")
      .evaluateAll((all) =>
        all.map((it) => it.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
      );
    const end = list.y + list.height;
    expect(rows.filter(({ top, bottom }) => top < end - 12 && bottom > end + 12).length).toBeGreaterThan(0);
    for (const index of rows.keys()) await page.getByRole("button", { name: `${index}.txtを外す` }).click();
    await expect(strip(page)).toHaveCount(0);
  }
});

test("a file that cannot be taken says why, and the others are sent", async ({ browser }) => {
  const page = await openConversation(browser, { width: 390 });
  const mark = crypto.randomUUID().slice(0, 8);
  const large = { name: "large.bin", mimeType: "", buffer: Buffer.alloc(20 * 1024 ** 2 + 1) };
  await field(page).setInputFiles([large, note("empty.txt", ""), note(`fine ${mark}.txt`, "fine")]);
  await expect(strip(page).getByText("20MBを超えるファイルは添付できません。")).toBeVisible();
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
  const page = await openConversation(browser);
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "pasted.txt", { type: "text/plain" }));
    return data;
  });
  await composer(page).evaluate((it, clipboardData) => {
    it.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, transfer);
  await conversation(page).dispatchEvent("dragenter", { dataTransfer: transfer });
  await expect(page.getByText("ここにドロップすると、メッセージに添付します")).toBeVisible();
  await conversation(page).dispatchEvent("drop", { dataTransfer: transfer });
  await expect(page.getByText("ここにドロップすると、メッセージに添付します")).toHaveCount(0);
  await expect(strip(page).getByText("送信できます")).toHaveCount(2);
  for (const _ of [1, 2]) await page.getByRole("button", { name: "pasted.txtを外す" }).first().click();
  await expect(strip(page)).toHaveCount(0);
});

test("a file that is dropped beside the conversation is not opened by the browser", async ({ browser }) => {
  const page = await openConversation(browser);
  const drop = (selector: string) =>
    page.evaluate((selector) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["x"], "dropped.txt", { type: "text/plain" }));
      const [over, drop] = ["dragover", "drop"].map((type) => {
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector(selector)?.dispatchEvent(event);
        return event.defaultPrevented;
      });
      return { over, drop };
    }, selector);
  for (const beside of ["body", "nav", "main section a[href*='/chat/']"])
    expect(await drop(beside), beside).toEqual({ over: true, drop: true });
  await expect(strip(page)).toHaveCount(0);
  // Its head is a part of it.
  expect(await drop("main header")).toEqual({ over: true, drop: true });
  await expect(strip(page).getByText("送信できます")).toHaveCount(1);
  await page.getByRole("button", { name: "dropped.txtを外す" }).click();
});

test("a file is served inert, to those of the thread, and taken from pages of ours alone", async ({
  browser,
  playwright,
}) => {
  const sakura = await openConversation(browser);
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
    ["the other, before it is sent", await requestAs(browser, "kosaku")],
    ["another of the company", await requestAs(browser, "yuki")],
    ["another company's", await requestAs(browser, "hannah")],
    ["a suspended member", await requestAs(browser, "tsuyoshi")],
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
  const sakura = await openConversation(browser);
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
