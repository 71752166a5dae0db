import { expect, type Page } from "@playwright/test";
import { expectForEveryone, openAs, test } from "./support.ts";

/** What has the focus where that would be lost. */
const fieldsOf = (page: Page) => page.locator("main [tabindex='-1']", { has: page.getByRole("region") });
const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("HR asks for something, an alumna answers at 390 px, an employee filters by it; and then it is asked no more", async ({
  browser,
}) => {
  const hr = await openAs(browser, "yuki", { path: "/c/aoba/feed" });
  await hr.getByRole("navigation").getByRole("link", { name: "人事デスク" }).first().click();
  await hr.getByRole("link", { name: "項目", exact: true }).click();
  const asked = section(hr, "たずねている項目");
  await asked.getByRole("button", { name: "項目を追加" }).click();
  await expect(asked.getByRole("textbox", { name: "日本語の名前" })).toBeFocused();
  await asked.getByText("選択肢から1つ", { exact: true }).click();
  await asked.getByRole("button", { name: "保存" }).click();
  await expect(asked.getByText("どちらかの言語で、名前を入力してください。")).toBeVisible();
  await expect(asked.getByRole("group", { name: "選択肢" })).toHaveAccessibleDescription(
    "選択肢を2つ以上入力してください。",
  );
  await asked.getByRole("textbox", { name: "日本語の名前" }).fill("社歌の担当");
  await hr.reload();
  await expect(asked.getByText("前に書きかけた内容から続けています。")).toBeVisible();
  await expect(asked.getByRole("textbox", { name: "日本語の名前" })).toHaveValue("社歌の担当");
  await asked.getByRole("button", { name: "やめる", exact: true }).click();
  await expect(asked.getByRole("button", { name: "項目を追加" })).toBeFocused();
  await asked.getByRole("button", { name: "続きを書く" }).click();
  await expect(asked.getByRole("textbox", { name: "日本語の名前" })).toHaveValue("社歌の担当");
  await asked.getByRole("textbox", { name: "英語の名前" }).fill("Company song");
  await asked.getByRole("textbox", { name: "選択肢1（日本語）" }).fill("作詞");
  await asked.getByRole("textbox", { name: "選択肢2（日本語）" }).fill("作曲");
  await asked.getByRole("button", { name: "選択肢を追加" }).click();
  await expect(asked.getByRole("textbox", { name: "選択肢3（日本語）" })).toBeFocused();
  await hr.keyboard.press("Escape");
  await asked.getByRole("textbox", { name: "選択肢3（日本語）" }).fill("伴奏");
  await asked.getByRole("button", { name: /^はじめの公開範囲/ }).click();
  await expect(hr.getByRole("menuitemradio", { name: /^社員/ })).toBeVisible();
  await hr.keyboard.press("Escape");
  await expect(asked.getByRole("textbox", { name: "日本語の名前" })).toHaveValue("社歌の担当");
  await asked.getByRole("button", { name: /^はじめの公開範囲/ }).click();
  await hr.getByRole("menuitemradio", { name: /^社員/ }).click();
  await expectForEveryone(hr, "a field that is added");
  await asked.getByRole("button", { name: "保存" }).click();
  await expect(asked.getByRole("button", { name: "項目を追加" })).toBeFocused();
  // What was saved is no draft, and the next field begins with nothing.
  await hr.reload();
  await expect(asked.getByText("社歌の担当", { exact: true })).toBeVisible();
  await asked.getByRole("button", { name: "項目を追加" }).click();
  await expect(asked.getByRole("textbox", { name: "日本語の名前" })).toHaveValue("");
  await hr.keyboard.press("Escape");
  await expect(asked.getByRole("button", { name: "項目を追加" })).toBeFocused();
  await expect(asked.getByText("書きかけの内容が、この端末に残っています。")).toHaveCount(0);
  await asked.getByRole("button", { name: "社歌の担当を上へ" }).click();
  await expect(asked.getByRole("listitem").nth(-2)).toContainText("社歌の担当");
  await expect(asked.getByRole("button", { name: "社歌の担当を上へ" })).toBeFocused();
  // The pointer is over another row's button now, which tells its name.
  await hr.mouse.move(0, 0);
  await expect(hr.getByText("職場での呼び名を上へ")).toHaveCount(0);
  await expectForEveryone(hr, "the fields of a company");

  const alumna = await openAs(browser, "chinatsu", { path: "/c/aoba/profile", width: 390 });
  const details = section(alumna, "会社の項目");
  await details.getByRole("button", { name: "会社の項目を編集する" }).click();
  await details.getByRole("combobox", { name: "社歌の担当" }).selectOption({ label: "作曲" });
  await details.getByRole("button", { name: "保存する" }).click();
  await expect(details.getByRole("definition").filter({ hasText: "作曲" })).toBeVisible();
  await expect(details.getByRole("button", { name: /^社歌の担当.*社員/ })).toBeVisible();
  await expectForEveryone(alumna, "answers on one's own profile");
  await alumna.goto("/c/aoba/profile/as/alumnus");
  await expect(alumna.getByText("作曲")).toHaveCount(0);
  await alumna.goto("/c/aoba/profile/as/employee");
  await expect(section(alumna, "そのほか").getByText("作曲")).toBeVisible();

  const employee = await openAs(browser, "sakura", { path: "/c/aoba/directory" });
  const filters = employee.getByRole("group", { name: "絞り込み" });
  await filters.getByRole("button", { name: "社歌の担当" }).click();
  await employee.getByRole("dialog").getByRole("checkbox", { name: /^作曲/ }).check();
  await expect(employee).toHaveURL(/field=/);
  await expect(employee.getByRole("main").getByRole("status").first()).toHaveText("1人");
  await employee.keyboard.press("Escape");
  await expect(employee.getByRole("link", { name: /高橋 千夏/ }).first()).toBeVisible();
  await expect(
    employee.getByRole("group", { name: "選んだ条件" }).getByRole("button", { name: /作曲/ }),
  ).toBeVisible();
  await expectForEveryone(employee, "a directory filtered by a field");

  await asked.getByRole("button", { name: "社歌の担当をたずねるのをやめる" }).click();
  await expect(fieldsOf(hr)).toBeFocused();
  await expect(section(hr, "やめた項目").getByText("社歌の担当", { exact: true })).toBeVisible();
  await employee.reload();
  await expect(filters.getByRole("button", { name: "社歌の担当" })).toHaveCount(0);
  await expect(employee.getByRole("link", { name: /高橋 千夏/ })).toHaveCount(0);
  await expect(employee.getByRole("button", { name: /なくなった項目/ }).first()).toBeVisible();

  await section(hr, "やめた項目").getByRole("button", { name: "社歌の担当を削除" }).click();
  await expect(hr.getByRole("dialog")).toContainText("1人が答えています");
  await expectForEveryone(hr, "a field that is to be deleted");
  await hr.getByRole("dialog").getByRole("button", { name: "削除" }).click();
  await expect(hr.getByText("社歌の担当", { exact: true })).toHaveCount(0);
  await expect(fieldsOf(hr)).toBeFocused();
});

test("who writes of a field that a colleague has deleted is told so, in English at 390 px", async ({
  browser,
}) => {
  const hr = await openAs(browser, "rachel", { path: "/c/larkfield/desk/fields", locale: "en" });
  await hr.getByRole("button", { name: "Add a field" }).click();
  await hr.getByRole("textbox", { name: "Name in English" }).fill("Company choir");
  await hr.getByRole("button", { name: "Save", exact: true }).click();
  await expect(hr.getByText("Company choir", { exact: true })).toBeVisible();

  const colleague = await openAs(browser, "rachel", {
    path: "/c/larkfield/desk/fields",
    locale: "en",
    width: 390,
  });
  const name = colleague.getByText("Company choir", { exact: true });
  const { width = 0 } = (await name.boundingBox()) ?? {};
  expect(width).toBeGreaterThan(200);
  await expectForEveryone(colleague, "the fields of a company, in English at 390 px");
  await colleague.getByRole("button", { name: "Edit Company choir" }).click();
  await colleague.getByRole("textbox", { name: "Hint in English" }).fill("Which voice");
  await colleague.reload();
  await expect(colleague.getByRole("textbox", { name: "Hint in English" })).toHaveValue("Which voice");
  await expect(hr.getByText("What you had begun", { exact: false })).toHaveCount(0);

  await hr.getByRole("button", { name: "Stop asking Company choir" }).click();
  await hr.getByRole("button", { name: "Delete Company choir" }).click();
  await hr.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(hr.getByText("Company choir", { exact: true })).toHaveCount(0);

  await colleague.getByRole("button", { name: "Save", exact: true }).click();
  await expect(colleague.getByRole("alert").filter({ hasText: "“Company choir”" })).toBeVisible();
  await expect(name).toHaveCount(0);
});

test("what the company asks is HR's to say, and nobody else's", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/desk/fields" });
  await expect(page.getByRole("heading", { name: "ページが見つかりません" })).toBeVisible();
  await expect(page.getByRole("link", { name: "項目", exact: true })).toHaveCount(0);
});
