import { expect } from "@playwright/test";
import { expectForEveryone, openAs, test } from "./support.ts";

test("HR's desk says who leaves next and what is missing, and leads there", async ({ browser }) => {
  const hr = await openAs(browser, "yuki", { path: "/c/aoba/feed" });
  await hr.getByRole("navigation").getByRole("link", { name: "人事デスク" }).first().click();
  await expect(hr.getByRole("heading", { level: 1 })).toHaveText("人事デスク");
  const upcoming = hr.getByRole("region", { name: "これから退職する方" });
  await expect(upcoming.getByRole("listitem").first()).toContainText("市川 玲奈");
  await expect(upcoming.getByRole("listitem").first()).toContainText(/あと1[5-8]日/);
  await expectForEveryone(hr, "HR's desk");
  await hr
    .getByRole("region", { name: "退職者の記録" })
    .getByRole("link", { name: "連絡先のメールがない方" })
    .click();
  await expect(hr).toHaveURL(/\/desk\/leavers\?mail=none/);
  await expect(hr.getByRole("main").getByText("鶴田 航平").first()).toBeVisible();
  await expect(hr.getByRole("main").getByText("市川 玲奈")).toHaveCount(0);
});

test("HR writes the purpose, in two windows at once, and chooses how long records are kept", async ({
  browser,
}) => {
  const hr = await openAs(browser, "rachel", { path: "/c/larkfield/desk/purpose", width: 390, locale: "en" });
  const part = (page: typeof hr) => page.getByRole("region", { name: "Purpose", exact: true });
  const other = await hr.context().newPage();
  await other.goto("/c/larkfield/desk/purpose");
  for (const page of [hr, other]) await part(page).getByRole("button", { name: "Rewrite" }).click();
  await expectForEveryone(hr, "the purpose as it is written");
  await part(other).getByRole("textbox", { name: "English" }).fill("To meet again.");
  await part(other).getByRole("button", { name: "Save" }).click();
  await expect(part(other).getByText("To meet again.")).toBeVisible();
  await part(hr).getByRole("textbox", { name: "English" }).fill("To meet again, and to work together.");
  await part(hr).getByRole("button", { name: "Save" }).click();
  const conflict = hr.getByRole("region", { name: "This was changed elsewhere meanwhile" });
  await expect(conflict.getByText("To meet again.", { exact: true })).toBeVisible();
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await expect(conflict).toHaveCount(0);
  await expect(part(hr).getByText("To meet again, and to work together.")).toBeVisible();
  await expect(hr.getByRole("region", { name: "Versions so far" }).getByText(/^Version 3/)).toBeVisible();

  const keeping = hr.getByRole("region", { name: "How long records are kept" });
  await keeping.getByText("24 months", { exact: true }).click();
  await expect(keeping.getByText("No record goes at once.")).toBeVisible();
  await expectForEveryone(hr, "how long records are kept, asked");
  await keeping.getByRole("button", { name: "Keep for 24 months" }).click();
  await expect(keeping.getByRole("status").getByText("Saved")).toBeVisible();
  await hr.reload();
  await expect(keeping.getByRole("radio", { name: "24 months" })).toBeChecked();
});
