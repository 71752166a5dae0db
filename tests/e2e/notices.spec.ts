import { type Browser, expect, type Page } from "@playwright/test";
import pg from "pg";
import { asOwner } from "#lib/owner.ts";
import { expectForEveryone, openAs, people, test } from "./support.ts";

/** As if so much time had gone: nobody waits for it. */
async function alter(tables: string[], statement: string, values: unknown[]): Promise<void> {
  const once = () =>
    asOwner(process.env.EMBEDDED_DATABASE_URL ?? "", tables, (client) => client.query(statement, values));
  // It locks whole tables beside a worker that reads them in its own order: a deadlock is tried again.
  for (let left = 5; ; left--) {
    const error = await once().then(
      () => null,
      (failure: unknown) => failure,
    );
    if (!error) return;
    if (left === 0 || !(error instanceof pg.DatabaseError && error.code === "40P01")) throw error;
  }
}

/** Kōsaku is good at one thing more. */
async function learn(browser: Browser, skill: string): Promise<void> {
  const page = await openAs(browser, "kosaku", { path: "/c/aoba/profile" });
  const part = page.getByRole("region", { name: "得意なこと", exact: true });
  await part.getByRole("button", { name: "得意なことを編集する" }).click();
  await part.getByRole("combobox").fill(skill);
  await part.getByRole("combobox").press("Enter");
  await part.getByRole("button", { name: "保存する" }).click();
  await expect(part.getByRole("status").filter({ hasText: "保存しました" })).toBeVisible();
  await page.context().close();
}

/** Where the mail about this leads, once it is there. */
async function readNotice(page: Page, search: string): Promise<string> {
  const mailbox = await page.context().newPage();
  const line = mailbox.getByRole("listitem").filter({ hasText: search }).first().getByRole("link");
  await expect(async () => {
    await mailbox.goto("/mailbox");
    expect(await line.count()).toBe(1);
  }).toPass({ timeout: 90_000 });
  await line.click();
  await mailbox.waitForURL(/\/mailbox\/.+/);
  const text = (await mailbox.locator("main").textContent()) ?? "";
  await mailbox.close();
  return /http\S+\/directory\/saved\/[0-9a-f-]+/.exec(text)?.[0] ?? "";
}

for (const width of [390, 1280])
  test(`a saved search tells of whom it finds anew, by a mail that leads to them, at ${width} px`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const skill = `藍染${width}`;
    const path = `/c/aoba/directory?skill=${encodeURIComponent(skill)}`;
    const page = await openAs(browser, "sakura", { path, width });
    const button = page.getByRole("button", { name: "保存した検索" });
    await button.click();
    await page.getByRole("textbox", { name: "この検索の名前" }).fill(`藍染の人${width}`);
    await page.getByRole("button", { name: "保存する" }).click();
    const line = page
      .getByRole("dialog")
      .getByRole("listitem")
      .filter({ hasText: `藍染の人${width}` });
    const notice = line.getByRole("switch", { name: "新しく当てはまる人を知らせる" });
    await expect(notice).not.toBeChecked();
    await notice.click();
    await expect(notice).toBeChecked();
    await expect(line).toContainText("メールで、1日に1回まで。");
    await expectForEveryone(page, "a search that tells");

    await learn(browser, skill);
    // What the worker looks at within ten minutes, and tells after fifteen.
    await alter(["saved_searches"], "UPDATE saved_searches SET look_after = now() WHERE name = $1", [
      `藍染の人${width}`,
    ]);
    await expect(async () => {
      await page.goto(path);
      await button.click();
      await expect(line).toContainText("新着1人", { timeout: 3_000 });
    }).toPass({ timeout: 90_000 });
    await alter(
      ["saved_searches", "saved_search_people"],
      `WITH passed AS (UPDATE saved_searches SET opened_at = opened_at - interval '1 hour' WHERE name = $1 RETURNING id)
        UPDATE saved_search_people SET found_at = found_at - interval '20 minutes' WHERE search_id IN (SELECT id FROM passed)`,
      [`藍染の人${width}`],
    );
    const link = await readNotice(page, `藍染の人${width}`);
    await page.goto(new URL(link).pathname);
    await expect(page).toHaveURL(new RegExp(`skill=${encodeURIComponent(skill)}&sort=changed$`));
    await expect(page.getByRole("main")).toContainText("髙橋 耕作");
    await button.click();
    await expect(line).toBeVisible();
    await expect(line).not.toContainText("新着");
  });

const askAgain = () =>
  alter(
    ["profiles", "members", "users"],
    `UPDATE profiles SET employer_asked_at = now() - interval '183 days', suggest_after = NULL
      FROM members m JOIN users u ON u.id = m.user_id WHERE m.company_id = profiles.company_id AND m.id = member_id AND u.email = $1`,
    [people.kosaku.email],
  );

for (const width of [390, 1280])
  test(`whether one is still there is one press, which can be undone, at ${width} px`, async ({
    browser,
  }) => {
    await askAgain();
    const page = await openAs(browser, "kosaku", { path: "/c/aoba/feed", width });
    const card = page.getByRole("region", { name: "いまも「髙橋品質事務所」にお勤めですか" });
    await expectForEveryone(page, "the card of the employer");
    await card.getByRole("button", { name: "はい" }).click();
    await expect(card).toContainText("ありがとうございます");
    await card.getByRole("button", { name: "元に戻す" }).click();
    await card.getByRole("button", { name: "あとで" }).click();
    await expect(card).toContainText("わかりました");
    await page.reload();
    await expect(page.getByRole("heading", { name: "フィード" })).toBeVisible();
    await expect(card).toHaveCount(0);

    await askAgain();
    await page.reload();
    await card.getByRole("link", { name: "変わりました" }).click();
    await expect(page.getByRole("textbox", { name: "会社・団体" })).toBeFocused();
    await page.goto("/c/aoba/feed");
    await expect(page.getByRole("heading", { name: "フィード" })).toBeVisible();
    await expect(card).toHaveCount(0);
  });

for (const width of [390, 1280])
  test(`one line says what one more field would bring, and leads there, at ${width} px`, async ({
    browser,
  }) => {
    await askAgain();
    const page = await openAs(browser, "kosaku", { path: "/c/aoba/profile", width });
    const picker = page.getByRole("button", { name: /^部署と役職の公開範囲/ });
    await picker.click();
    await page.getByRole("menuitemradio", { name: "アルムナイ" }).click();
    const line = page.getByRole("complementary", { name: "プロフィールに書くと" });
    await expect(line).toContainText(
      /部署を社員に見せると、いっしょに働いた人や同期の\d+人に気づいてもらえます。/,
    );
    await expectForEveryone(page, "what one more field would bring");
    await line.getByRole("button", { name: "その欄へ" }).click();
    await expect(picker).toBeFocused();
    await line.getByRole("button", { name: "あとで" }).click();
    await expect(page.getByText("わかりました。3か月のあいだ、")).toBeVisible();
    await page.reload();
    await expect(picker).toBeVisible();
    await expect(line).toHaveCount(0);
    await picker.click();
    await page.getByRole("menuitemradio", { name: "全員" }).click();
    await expect(page.getByRole("status").filter({ hasText: "保存しました" })).toBeVisible();
  });
