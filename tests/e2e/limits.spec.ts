import { expect, type Page } from "@playwright/test";
import { expectForEveryone, openAs, test } from "./support.ts";

const row = (page: Page, name: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: name });

test("HR limits a field, its owner reads so in place, an employee no longer sees nor finds it, and lifted it is as its owner chose", async ({
  browser,
}) => {
  const owner = await openAs(browser, "chinatsu", { path: "/c/aoba/profile", width: 390 });
  const area = owner.getByRole("region", { name: "活動エリア", exact: true });
  await area.getByRole("button", { name: "活動エリアを編集する" }).click();
  await area.getByRole("combobox").fill("浦安の港");
  await area.getByRole("button", { name: "保存する" }).click();
  await expect(area.getByText("浦安の港")).toBeVisible();
  await area.getByRole("button", { name: /^活動エリアの公開範囲/ }).click();
  await owner.getByRole("menuitemradio", { name: /^全員/ }).click();
  await expect(area.getByText("保存しました")).toBeVisible();
  const employee = await openAs(browser, "sakura", { path: "/c/aoba/directory?q=浦安の港" });
  const found = employee.getByRole("main").getByRole("link", { name: /高橋 千夏/ });
  await expect(found.first()).toBeVisible();
  const filter = employee
    .getByRole("group", { name: "絞り込み" })
    .getByRole("button", { name: "活動エリア" });
  await expect(filter).toBeVisible();

  const hr = await openAs(browser, "yuki", { path: "/c/aoba/desk/fields" });
  await hr.getByRole("link", { name: "公開の上限", exact: true }).click();
  await expect(hr.getByRole("heading", { level: 1 })).toHaveText("公開の上限");
  const limit = row(hr, "活動エリア");
  await limit.getByRole("button", { name: "活動エリアの公開の上限: 上限なし" }).click();
  await hr.getByRole("menuitemradio", { name: "アルムナイまで" }).click();
  await expect(limit.getByText(/これから「活動エリア」を見られるのはアルムナイだけです/)).toBeVisible();
  await expect(limit.getByText(/\d+人が、これより広い範囲を選んでいます/)).toBeVisible();
  await expectForEveryone(hr, "a limit before it is saved");
  await limit.getByRole("button", { name: "キャンセル" }).click();
  await expect(limit.getByRole("button", { name: "活動エリアの公開の上限: 上限なし" })).toBeFocused();
  await limit.getByRole("button", { name: /^活動エリアの公開の上限/ }).click();
  await hr.getByRole("menuitemradio", { name: "アルムナイまで" }).click();
  await limit.getByRole("button", { name: "保存" }).click();
  await expect(limit.getByRole("button", { name: "活動エリアの公開の上限: アルムナイまで" })).toBeFocused();
  await expect(limit.getByText("保存しました")).toBeVisible();

  await employee.reload();
  await expect(found).toHaveCount(0);
  await expect(employee.getByRole("group", { name: "絞り込み" })).toBeVisible();
  await expect(filter).toHaveCount(0);
  await owner.reload();
  await expect(area.getByText(/青葉化学工業.*では、アルムナイまでの公開です。/)).toBeVisible();
  await area.getByRole("button", { name: /^活動エリアの公開範囲: 全員/ }).click();
  await expect(owner.getByRole("menuitemradio", { name: /^全員.*「アルムナイ」と同じ/ })).toBeVisible();
  await expect(owner.getByRole("menuitemradio", { name: /^社員.*「自分だけ」と同じ/ })).toBeVisible();
  await owner.keyboard.press("Escape");
  await owner.goto("/c/aoba/profile/visibility");
  await expect(row(owner, "活動エリア")).toContainText("アルムナイまでの公開です。");
  await expectForEveryone(owner, "who sees what, within a limit");
  await owner.goto("/c/aoba/profile/as/employee");
  await expect(owner.getByText("浦安の港")).toHaveCount(0);
  await owner.goto("/c/aoba/profile/as/alumnus");
  await expect(owner.getByText("浦安の港")).toBeVisible();

  await limit.getByRole("button", { name: /^活動エリアの公開の上限/ }).click();
  await hr.getByRole("menuitemradio", { name: "上限なし" }).click();
  await limit.getByRole("button", { name: "保存" }).click();
  await expect(limit.getByText("保存しました")).toBeVisible();
  await owner.goto("/c/aoba/profile/as/employee");
  await expect(owner.getByText("浦安の港")).toBeVisible();
  // Search follows.
  await expect(async () => {
    await employee.reload();
    await expect(found.first()).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test("of two of HR the later is shown what the first said, in English at 390 px", async ({ browser }) => {
  const [one, other] = [
    await openAs(browser, "rachel", { path: "/c/larkfield/desk/fields/limits", locale: "en" }),
    await openAs(browser, "rachel", { path: "/c/larkfield/desk/fields/limits", locale: "en", width: 390 }),
  ];
  const choose = async (page: Page, limit: string) => {
    const links = row(page, "Links");
    await links.getByRole("button", { name: /^Links: seen at most by/ }).click();
    await page.getByRole("menuitemradio", { name: limit, exact: true }).click();
    await expect(links.getByText(/chosen to show it to more/)).toBeVisible();
    return links;
  };
  const late = await choose(other, "HR");
  await (await choose(one, "Employees")).getByRole("button", { name: "Save" }).click();
  await expect(
    row(one, "Links").getByRole("button", { name: "Links: seen at most by: Employees" }),
  ).toBeFocused();
  await late.getByRole("button", { name: "Save" }).click();
  await expect(late.getByText("It is “Employees” now. What you chose is not saved.")).toBeVisible();
  await expect(late.getByRole("button", { name: "Links: seen at most by: Employees" })).toBeVisible();
  await expectForEveryone(other, "a limit that somebody else has said");
});

test("nobody but HR finds the page of limits", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/desk/fields/limits" });
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("公開の上限");
  await expect(page.getByRole("navigation").getByRole("link", { name: "公開の上限" })).toHaveCount(0);
});
