import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import sharp from "sharp";
import { expectForEveryone, openAs, test } from "./support.ts";

// 小川 由紀 and 髙橋 千夏 change their photos here, and nowhere else.

const section = (page: Page) => page.getByRole("region", { name: "写真", exact: true });
const faceOf = (place: Locator) => place.locator(".face img").last();
const addressOf = async (face: Locator) => (await face.getAttribute("src")) ?? "";
const frame = (page: Page) => page.getByRole("application", { name: "写真の切り抜き" });
const slider = (page: Page, name: string) => page.getByRole("slider", { name, exact: true });

/** Left half red, right half blue. */
async function halves(width: number, height: number): Promise<Buffer> {
  const half = { width: width / 2, height, channels: 3, background: "blue" } as const;
  const input = await sharp({ create: half }).png().toBuffer();
  return sharp({ create: { ...half, width, background: "red" } })
    .composite([{ input, left: width / 2, top: 0 }])
    .jpeg()
    .toBuffer();
}

async function give(page: Page, name: string, buffer: Buffer, mimeType = "image/jpeg"): Promise<void> {
  await section(page).locator("input[type=file]").setInputFiles({ name, mimeType, buffer });
}

async function open(browser: Browser, name: "yuki" | "chinatsu", width = 1280): Promise<Page> {
  return openAs(browser, name, { path: "/c/aoba/profile", width });
}

/** Whether a picture is there, and not only its place. */
const isDrawn = (face: Locator) =>
  face.evaluate((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0);

for (const width of [1280, 390])
  test(`a photo is cut by keys alone, and stands wherever its owner does, at ${width} px`, async ({
    browser,
  }) => {
    const page = await open(browser, "yuki", width);
    const before = await addressOf(faceOf(section(page)));
    await give(page, "me.jpg", await halves(900, 600));
    await expect(frame(page)).toBeFocused();
    await expect(slider(page, "左右")).toHaveAttribute("aria-valuetext", "50%");
    await expectForEveryone(page, `the cropper at ${width} px`);
    for (let times = 0; times < 8; times++) await page.keyboard.press("ArrowLeft");
    await expect(slider(page, "左右")).toHaveAttribute("aria-valuetext", "0%");
    for (let times = 0; times < 5; times++) await page.keyboard.press("+");
    await expect(slider(page, "大きさ")).toHaveAttribute("aria-valuetext", "1.6倍");
    await page.keyboard.press("-");
    await expect(slider(page, "大きさ")).toHaveAttribute("aria-valuetext", "1.5倍");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    await expect(slider(page, "大きさ")).toHaveAttribute("aria-valuetext", "1倍");
    // There is no more room above or below then.
    await expect(slider(page, "上下")).toBeDisabled();
    await section(page).getByRole("button", { name: "この写真にする" }).press("Enter");
    await expect(section(page).getByRole("status").filter({ hasText: "保存しました" })).toBeVisible();
    await expect(section(page).getByRole("button", { name: "写真を変える" })).toBeFocused();
    await expect.poll(() => addressOf(faceOf(section(page)))).not.toBe(before);

    const other = await openAs(browser, "sakura", {
      path: "/c/aoba/directory?q=%E5%B0%8F%E5%B7%9D%E7%94%B1%E7%B4%80",
      width,
    });
    const row = other.getByRole("main").getByRole("listitem").filter({ hasText: "小川 由紀" }).first();
    await expect.poll(() => isDrawn(faceOf(row))).toBe(true);
    const shown = await other.request.get(await addressOf(faceOf(row)), { maxRetries: 2 });
    const { dominant } = await sharp(await shown.body()).stats();
    expect(dominant.r).toBeGreaterThan(dominant.b);
    await row.getByRole("link", { name: "小川 由紀", exact: true }).click();
    const head = other.getByRole("main").locator("header").filter({ hasText: "小川 由紀" });
    await expect.poll(() => isDrawn(faceOf(head))).toBe(true);
    await expectForEveryone(other, `a person page with a photo at ${width} px`);
  });

test("it is moved by the pointer, and by what is dropped or pasted another one comes", async ({
  browser,
}) => {
  const page = await open(browser, "chinatsu");
  await give(page, "me.jpg", await halves(900, 600));
  const box = await frame(page).boundingBox();
  if (!box) throw new Error("the frame is nowhere");
  await page.mouse.move(box.x + 100, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 100, { steps: 3 });
  await page.mouse.up();
  await expect(slider(page, "左右")).not.toHaveAttribute("aria-valuetext", "50%");
  await page.mouse.wheel(0, -300);
  await expect(slider(page, "大きさ")).not.toHaveAttribute("aria-valuetext", "1倍");
  const bytes = [...(await halves(500, 500))];
  await page.evaluate((given) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(given)], "pasted.jpg", { type: "image/jpeg" }));
    dispatchEvent(new ClipboardEvent("paste", { clipboardData: data }));
  }, bytes);
  await expect(slider(page, "大きさ")).toHaveAttribute("aria-valuetext", "1倍");
  // Sending is stopped as well: here it comes to no end.
  await page.route("**/profile/photo?*", () => undefined);
  await section(page).getByRole("button", { name: "この写真にする" }).click();
  await expect(section(page).getByRole("progressbar")).toBeVisible();
  await section(page).getByRole("button", { name: "やめる" }).click();
  await expect(section(page).getByRole("button", { name: /写真を(変える|選ぶ)/ })).toBeFocused();
  await expect(section(page).getByRole("alert")).toHaveCount(0);
});

test("what is no photo says why, and what was chosen stays, also without a network", async ({ browser }) => {
  const page = await open(browser, "chinatsu");
  const said = section(page).getByRole("alert");
  await give(page, "note.jpg", Buffer.from("これは写真です"));
  await expect(said).toHaveText(/壊れていて開けません/);
  await give(page, "drawing.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "image/svg+xml");
  await expect(said).toHaveText(/写真として読めない種類/);
  await give(page, "IMG_1.HEIC", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "image/heic");
  await expect(said).toHaveText(/互換性優先/);
  await give(
    page,
    "strip.png",
    await sharp({ create: { width: 3000, height: 20, channels: 3, background: "red" } })
      .png()
      .toBuffer(),
    "image/png",
  );
  await expect(said).toHaveText(/64ピクセル以上/);
  await expectForEveryone(page, "a picture that was refused");

  await give(page, "me.jpg", await halves(900, 600));
  await expect(frame(page)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  const place = await slider(page, "左右").getAttribute("aria-valuetext");
  await page.context().setOffline(true);
  await section(page).getByRole("button", { name: "この写真にする" }).click();
  await expect(said).toHaveText(/つながりませんでした/);
  await expect(slider(page, "左右")).toHaveAttribute("aria-valuetext", place ?? "");
  await page.context().setOffline(false);
  await section(page).getByRole("button", { name: "この写真にする" }).click();
  await expect(section(page).getByRole("status").filter({ hasText: "保存しました" })).toBeVisible();
});

test("it is taken away, and back; and who may not see it sees the seal", async ({ browser }) => {
  const page = await open(browser, "chinatsu");
  if (!(await section(page).getByRole("button", { name: "写真を外す" }).isVisible())) {
    await give(page, "me.jpg", await halves(300, 300));
    await section(page).getByRole("button", { name: "この写真にする" }).click();
  }
  await expect(section(page).getByRole("button", { name: "写真を外す" })).toBeVisible();
  const address = await addressOf(faceOf(section(page)));
  const ask = async (by: Page) => (await by.request.get(address, { maxRetries: 2 })).status();
  const other = await openAs(browser, "sakura", {
    path: "/c/aoba/directory?q=%E9%AB%98%E6%A9%8B%E5%8D%83%E5%A4%8F",
  });
  expect(await ask(other)).toBe(200);
  await section(page).getByRole("button", { name: "写真を外す" }).click();
  await expect(page.getByText("写真を外しました。")).toBeVisible();
  await expect(section(page).locator(".face img")).toHaveCount(0);
  expect(await ask(other)).toBe(404);
  // What could not be taken back is offered once more.
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect(section(page).getByText(/つながりませんでした/)).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect.poll(() => section(page).locator(".face img").count()).toBe(2);
  expect(await ask(other)).toBe(200);

  await section(page)
    .getByRole("button", { name: /^写真の公開範囲/ })
    .click();
  await page.getByRole("menuitemradio", { name: "自分だけ" }).click();
  // That of the photo, and that of the choice.
  await expect(section(page).getByRole("status").filter({ hasText: "保存しました" })).toHaveCount(2);
  expect(await ask(other)).toBe(404);
  expect(await ask(page)).toBe(200);
  await other.reload();
  const row = other.getByRole("main").getByRole("listitem").filter({ hasText: "高橋 千夏" }).first();
  await expect(row.locator(".face")).toHaveText("高千");
  await expect(row.locator(".face img")).toHaveCount(0);
});
