import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { convert, expectForEveryone, type Look, type Named, openAs, test } from "./support.ts";

// Each walk writes of its own person, or of a section that no other walk writes.

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const save = (part: Locator) => part.getByRole("button", { name: "保存する" }).click();
const saved = (part: Locator) =>
  expect(part.getByRole("status").filter({ hasText: "保存しました" })).toBeVisible();

async function openProfile(browser: Browser, name: Named, look: Look = {}): Promise<Page> {
  return openAs(browser, name, { path: "/c/aoba/profile", ...look });
}

/** Opens a section to be written, and answers it. */
async function edit(page: Page, name: string): Promise<Locator> {
  const part = section(page, name);
  await part.getByRole("button", { name: `${name}を編集する` }).click();
  return part;
}

async function choose(page: Page, field: string, audience: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${field}の公開範囲`) }).click();
  await page.getByRole("menuitemradio", { name: audience }).click();
}

for (const width of [1280, 390])
  test(`what one writes is kept in place and stands on one's page, as far as one shows it, at ${width} px`, async ({
    browser,
  }) => {
    const page = await openProfile(browser, "chinatsu", { width });
    const words = `触媒の回収 ${width}`;
    const part = await edit(page, "いまの仕事");
    await part.getByRole("textbox", { name: "会社・団体" }).fill("Larkfield Materials");
    await part.getByRole("textbox", { name: "していること" }).fill(words);
    await save(part);
    await saved(part);
    await expect(part.getByText(words)).toBeVisible();
    await expect(part.getByRole("button", { name: "いまの仕事を編集する" })).toBeFocused();
    await expectForEveryone(page, `one's own profile at ${width} px`);

    await choose(page, "いまの仕事", "自分だけ");
    // That of the words, and that of the choice.
    await expect(part.getByRole("status").filter({ hasText: "保存しました" })).toHaveCount(2);
    await page.reload();
    const other = await openAs(browser, "sakura", {
      path: `/c/aoba/directory?q=${encodeURIComponent("高橋千夏")}`,
      width,
    });
    await other.getByRole("main").getByRole("link", { name: "高橋 千夏" }).first().click();
    await expect(other.getByRole("heading", { name: "高橋 千夏", level: 1 })).toBeVisible();
    await expect(other.getByText(words)).toHaveCount(0);
    await choose(page, "いまの仕事", "社員");
    await expect(part.getByText(/人に見えます$/)).toBeVisible();
    await other.reload();
    await expect(other.getByText(words)).toBeVisible();
    await expectForEveryone(other, `a person page at ${width} px`);
  });

test("a reading that is none says so at its field, and nothing that was typed is lost, nor by the Enter of a conversion", async ({
  browser,
}) => {
  const page = await openProfile(browser, "kosaku");
  const part = await edit(page, "お名前");
  const called = part.getByRole("textbox", { name: "呼び名" });
  const kana = part.getByRole("textbox", { name: "名のよみ" });
  const before = await kana.inputValue();
  await called.click();
  await convert(page, "こう", "耕さん");
  await expect(part.getByRole("button", { name: "保存する" })).toBeVisible();
  await kana.fill("kosaku");
  await kana.press("Enter");
  await expect(part.getByRole("alert").filter({ hasText: "ひらがなかカタカナで" })).toBeVisible();
  await expect(kana).toBeFocused();
  await expect(kana).toHaveValue("kosaku");
  await expect(called).toHaveValue("耕さん");
  await expectForEveryone(page, "a section with an error");
  await kana.fill("");
  await part.getByRole("textbox", { name: "姓", exact: true }).fill("");
  await save(part);
  await expect(part.getByRole("alert").filter({ hasText: "入力してください。" })).toBeVisible();
  await part.getByRole("textbox", { name: "姓", exact: true }).fill("髙橋");
  await kana.fill(before);
  await save(part);
  await saved(part);
  await expect(part.getByText("耕さん")).toBeVisible();
});

test("of two tabs the later one is shown what changed, and chooses", async ({ browser }) => {
  const page = await openProfile(browser, "kosaku");
  const second = await page.context().newPage();
  await second.goto("/c/aoba/profile");
  const one = await edit(page, "見出しと自己紹介");
  const other = await edit(second, "見出しと自己紹介");
  const headline = (part: Locator) => part.getByRole("textbox", { name: "見出し" });
  const [mine, theirs] = [`先 ${crypto.randomUUID()}`, `後 ${crypto.randomUUID()}`];
  await headline(one).fill(mine);
  await save(one);
  await saved(one);
  await headline(other).fill(theirs);
  await save(other);
  await expect(other.getByText("ほかの画面で、先に書き換えられました")).toBeVisible();
  await expect(other.getByText(mine)).toBeVisible();
  await expect(other.getByText(theirs)).toBeVisible();
  await expectForEveryone(second, "two versions");
  await other.getByRole("button", { name: "ここで書いた内容にする" }).click();
  await saved(other);
  await page.reload();
  await expect(one.getByText(theirs)).toBeVisible();

  // And the other way: what stands there stays.
  await edit(page, "見出しと自己紹介");
  await edit(second, "見出しと自己紹介");
  await headline(other).fill(mine);
  await save(other);
  await saved(other);
  await headline(one).fill("三つめ");
  await save(one);
  await one.getByRole("button", { name: "いまの内容のままにする" }).click();
  await expect(one.getByText(mine)).toBeVisible();
  await page.reload();
  await expect(one.getByText(mine)).toBeVisible();
  await expect(one.getByText("書きかけ")).toHaveCount(0);
});

test("offline it says so and keeps the words, over a reload and over giving up, until they are sent", async ({
  browser,
}) => {
  const page = await openProfile(browser, "sakura");
  const part = await edit(page, "見出しと自己紹介");
  const about = part.getByRole("textbox", { name: "自己紹介" });
  const words = `水添の実験を続けています ${crypto.randomUUID()}`;
  await about.fill(words);
  await page.context().setOffline(true);
  await save(part);
  await expect(part.getByText("つながりませんでした", { exact: false })).toBeVisible();
  await expect(about).toHaveValue(words);
  await page.context().setOffline(false);
  await page.reload();
  await expect(about).toHaveValue(words);
  await about.press("Escape");
  await expect(part.getByText("書きかけの内容が、この端末に残っています。")).toBeVisible();
  await part.getByRole("button", { name: "続きを書く" }).click();
  await expect(about).toHaveValue(words);
  await save(part);
  await saved(part);
  await page.reload();
  await expect(part.getByText(words)).toBeVisible();
  await expect(part.getByRole("textbox")).toHaveCount(0);
});

test("a skill that is half typed is kept by giving up, and Escape takes none away", async ({ browser }) => {
  const page = await openProfile(browser, "yuki");
  const part = await edit(page, "得意なこと");
  const words = part.getByRole("button", { name: /を外す$/ });
  // It comes after the page.
  await expect(part.getByRole("combobox")).toBeVisible();
  const before = await words.count();
  expect(before).toBeGreaterThan(0);
  await part.getByRole("combobox").pressSequentially("面談");
  await page.keyboard.press("Escape");
  await part.getByRole("button", { name: "続きを書く" }).click();
  await expect(words).toHaveCount(before + 1);
  await part.getByRole("button", { name: "いまの内容から書き直す" }).click();
  await expect(words).toHaveCount(before);
  await part.getByRole("button", { name: "やめる" }).click();
  await expect(part.getByText("書きかけ")).toHaveCount(0);
});

test("an audience that is chosen in the moment of leaving is kept", async ({ browser }) => {
  const page = await openAs(browser, "yuki", { path: "/c/aoba/profile/visibility" });
  for (const field of ["得意なこと", "活動エリア"]) {
    const button = page.getByRole("button", { name: new RegExp(`^${field}の公開範囲`) });
    await button.click();
    const item = page.getByRole("menuitemradio", { name: "自分だけ" });
    if (field === "得意なこと") await item.click();
    else
      await item.evaluate((element) => {
        if (element instanceof HTMLElement) element.click();
        location.assign("/api/health");
      });
  }
  await page.waitForURL(/health/);
  await expect(async () => {
    await page.goto("/c/aoba/profile/visibility");
    for (const field of ["得意なこと", "活動エリア"])
      await expect(page.getByRole("button", { name: new RegExp(`^${field}の公開範囲`) })).toContainText(
        "自分だけ",
        {
          timeout: 1000,
        },
      );
  }).toPass();
});

test("presets choose for all fields at once and are taken back; who sees it is told before and after", async ({
  browser,
}) => {
  const page = await openAs(browser, "yuki", { path: "/c/aoba/profile/visibility" });
  const chosen = (field: string) => page.getByRole("button", { name: new RegExp(`^${field}の公開範囲`) });
  const before = await chosen("見出し").textContent();
  await page.getByRole("button", { name: /^自分だけ/, pressed: false }).click();
  await expect(chosen("見出し")).toContainText("自分だけ");
  await expect(chosen("また働くことへの関心")).toContainText("自分だけ");
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect(chosen("見出し")).toHaveText(before ?? "");
  await chosen("また働くことへの関心").click();
  await expect(page.getByRole("menuitemradio")).toHaveText([
    "自分だけ",
    "選んだ社員ひとり",
    "自分と人事",
    /^全員\d+人$/,
  ]);
  await page.keyboard.press("Escape");
  await expectForEveryone(page, "who sees what");
});

test("one's own page is seen as an alumnus, an employee and HR see it", async ({ browser }) => {
  const page = await openProfile(browser, "kosaku");
  await choose(page, "得意なこと", "社員");
  await choose(page, "活動エリア", "自分だけ");
  await expect(page.getByRole("status").filter({ hasText: "保存しました" })).toHaveCount(2);
  await expect(section(page, "活動エリア").getByText("埼玉県", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "見え方" }).click();
  await expect(page.getByText("アルムナイからは、このように見えます。")).toBeVisible();
  await expect(page.getByRole("heading", { name: "髙橋 耕作", level: 1 })).toBeVisible();
  const skills = section(page, "得意なこと");
  await expect(skills).toHaveCount(0);
  await page
    .getByRole("navigation", { name: "誰の目で見るか" })
    .getByRole("link", { name: "社員", exact: true })
    .click();
  await expect(page.getByText("社員からは、このように見えます。")).toBeVisible();
  await expect(skills).toBeVisible();
  await expectForEveryone(page, "as an employee sees it");
  await page.getByRole("link", { name: "人事" }).click();
  await expect(page.getByText("人事からは、このように見えます。")).toBeVisible();
  await expect(page.getByRole("main").getByText("埼玉県", { exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "編集に戻る" }).click();
  await expect(page.getByRole("heading", { name: "プロフィールを編集", level: 1 })).toBeVisible();
  await page.goto("/c/aoba/profile/as/nobody");
  await expect(page.getByRole("heading", { name: "ページが見つかりません" })).toBeVisible();
});

test("who does not want to be listed is in no directory, and lists themself again", async ({ browser }) => {
  const page = await openAs(browser, "koji", { path: "/c/aoba/profile/visibility" });
  const listing = page.getByRole("switch", { name: "名簿に載せない" });
  const kept = section(page, "名簿への掲載").getByText("保存しました");
  // Somebody whom they have not talked with.
  const other = await openAs(browser, "kosaku", { path: "/c/aoba/directory?q=むらかみこうじ" });
  const found = other.getByRole("main").getByRole("link", { name: "村上 浩二", exact: true });
  await expect(found).toBeVisible();
  await listing.click();
  await expect(kept).toBeVisible();
  await other.reload();
  await expect(found).toHaveCount(0);
  await page.reload();
  await expect(listing).toBeChecked();
  await listing.click();
  await expect(kept).toBeVisible();
  await other.reload();
  await expect(found).toBeVisible();
});
