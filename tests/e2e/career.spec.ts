import { expect, type Page } from "@playwright/test";
import { expectForEveryone, openAs, test } from "./support.ts";

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("an alumna writes where she was and corrects her year at 390 px; HR records it, and both values stay", async ({
  browser,
}) => {
  const page = await openAs(browser, "chinatsu", { path: "/c/aoba/profile", width: 390 });
  const held = section(page, "経験した部署");
  await held.getByRole("button", { name: "経験した部署を編集する" }).click();
  await held.getByRole("button", { name: "部署を追加する" }).click();
  const second = held.getByRole("group", { name: "部署 2" });
  await second.getByRole("textbox", { name: "部署" }).fill("名古屋工場");
  // Before she came: said as she goes on, and what she presses next is pressed.
  await second.getByRole("textbox", { name: "いつから" }).fill("平成22年10月");
  await second.getByRole("switch", { name: "退社まで" }).uncheck();
  await expect(second.getByText("2012年4月以降を入力してください。")).toBeVisible();
  await second.getByRole("textbox", { name: "いつから" }).fill("平成26年10月");
  await second.getByRole("textbox", { name: "いつまで" }).fill("2031/3");
  await held.getByRole("button", { name: "保存する" }).click();
  await expect(held.getByText("在籍していた期間の年月を入力してください。")).toBeVisible();
  await second.getByRole("textbox", { name: "いつまで" }).fill("2016/3");
  await held.getByRole("button", { name: "保存する" }).click();
  await expect(held.getByText("2014年10月 – 2016年3月")).toBeVisible();
  await expect(held.getByText("2012年4月 – 2014年9月")).toBeVisible();
  await held.getByRole("button", { name: "和暦も表示" }).click();
  await expect(held.getByText("2014年10月（平成26年） – 2016年3月（平成28年）")).toBeVisible();
  await expectForEveryone(page, "departments on one's own profile");
  await held.getByRole("button", { name: "和暦も表示" }).click();
  await expect(held.getByText("2014年10月 – 2016年3月")).toBeVisible();

  const recorded = section(page, "在籍の記録");
  await recorded.getByRole("button", { name: "入社を直す" }).click();
  await recorded.getByRole("textbox", { name: "正しい入社" }).fill("2012年4月");
  await recorded.getByRole("textbox", { name: "理由" }).fill("契約社員として入りました");
  await recorded.getByRole("button", { name: "人事に送る" }).click();
  await expect(recorded.getByText("いまの記録と同じ内容です。")).toBeVisible();
  await recorded.getByRole("textbox", { name: "正しい入社" }).fill("2011年10月");
  // What is typed outlasts the page, and who gives up finds it again.
  await page.reload();
  await expect(recorded.getByRole("textbox", { name: "正しい入社" })).toHaveValue(/2011/);
  await expect(recorded.getByRole("textbox", { name: "理由" })).toHaveValue("契約社員として入りました");
  await recorded.getByRole("textbox", { name: "理由" }).press("Escape");
  await expect(recorded.getByRole("textbox", { name: "理由" })).toHaveCount(0);
  await recorded.getByRole("button", { name: "続きを書く" }).click();
  const hr = await openAs(browser, "yuki", { path: "/c/aoba/feed" });
  const toDesk = hr
    .getByRole("navigation")
    .getByRole("link", { name: /^人事デスク/ })
    .first();
  await expect(toDesk).toHaveAccessibleName("人事デスク");
  await recorded.getByRole("button", { name: "人事に送る" }).click();
  await expect(recorded.getByText("あなたの申し出：2011年10月")).toBeVisible();
  await expect(recorded.getByRole("button", { name: "続きを書く" })).toHaveCount(0);
  await expect(recorded.getByText("2012年4月", { exact: true })).toBeVisible();
  await expectForEveryone(page, "a correction that waits");

  // HR's badge hears of it.
  await expect(toDesk).toHaveAccessibleName("人事デスク 1件の訂正が確認を待っています");
  await toDesk.click();
  await expectForEveryone(hr, "HR's desk");
  await hr
    .getByRole("navigation", { name: "人事デスク" })
    .getByRole("link", { name: "記録の訂正 1件の訂正が確認を待っています" })
    .click();
  const waiting = section(hr, "確認を待つ申し出");
  await expect(waiting.getByText("2011年10月")).toBeVisible();
  await expect(waiting.getByText("契約社員として入りました")).toBeVisible();
  await expectForEveryone(hr, "HR's list of corrections");
  await waiting.getByRole("textbox", { name: "本人へのひとこと" }).fill("契約書で確かめました");
  await waiting.getByRole("button", { name: "この内容で記録する" }).click();
  await expect(section(hr, "最近の決定").getByText("小川 由紀さんが記録しました。")).toBeVisible();

  // So does the page on which she still is.
  await expect(recorded.getByText(/人事が確認して記録しました。前の記録：2012年4月/)).toBeVisible();
  await expect(recorded.getByText("人事から：契約書で確かめました")).toBeVisible();
  await expect(recorded.getByText("2011年10月", { exact: true })).toBeVisible();
});

test("HR's desk is nobody else's", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/desk/corrections" });
  await expect(page.getByRole("heading", { name: "ページが見つかりません" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^記録の訂正/ })).toHaveCount(0);
});
