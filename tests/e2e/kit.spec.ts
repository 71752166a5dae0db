import { join } from "node:path";
import { expect } from "@playwright/test";
import { root } from "#lib/launch/folders.ts";
import { findFreePort } from "#lib/launch/ports.ts";
import { ServerProcess } from "#tests/support/server-process.ts";
import { openKit, specimen } from "./kit-page.ts";
import { expectForEveryone, openBrowser, test } from "./support.ts";

for (const [locale, width] of [
  ["ja", 1280],
  ["ja", 390],
  ["en", 1280],
  ["en", 390],
] as const)
  test(`every component is for everyone: ${locale}, ${width} px`, async ({ browser }) => {
    test.setTimeout(600_000);
    const page = await openKit(browser, { locale, width });
    await expectForEveryone(page, "at rest");
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await sideways()).toBe(0);
    const form = specimen(page, "Form");

    await form.getByRole("combobox", { name: /^(部署|Department)/ }).click();
    await expect(page.getByRole("option").first()).toBeVisible();
    await expectForEveryone(page, "a combobox that is open");
    await page.keyboard.press("Escape");

    await form.getByRole("combobox", { name: /^(スキル|Skills)/ }).fill("a");
    await form.getByRole("combobox", { name: /^(スキル|Skills)/ }).press("Enter");
    await expect(form.getByRole("status").filter({ hasText: /aを追加|Added a/ })).toBeVisible();
    const month = form.getByRole("textbox", { name: /^(入社した月|Month of joining)/ });
    await month.fill("99");
    await month.blur();
    await form.getByRole("button", { name: /^(年と月を選ぶ|Choose year and month)$/ }).click();
    await expect(page.getByRole("dialog").getByRole("combobox")).toBeVisible();
    await expectForEveryone(page, "months that are open, and an error");
    await page.keyboard.press("Escape");

    await page
      .getByRole("button", { name: /^(操作|Actions)$/ })
      .first()
      .click();
    await expect(page.getByRole("menu")).toBeVisible();
    // A menu lies over the page, in no part of it.
    await expectForEveryone(page, "a menu that is open", ["region"]);
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: /^(取り消せるお知らせを出す|Show a toast with undo)$/ }).click();
    await expectForEveryone(page, "a toast");
    await page.getByRole("button", { name: /^(横に開く|Open beside)$/ }).click();
    await expect(page.getByRole("dialog", { name: /^(プロフィール|Profile)$/ })).toBeVisible();
    await expectForEveryone(page, "a sheet that is open");
    expect(await sideways()).toBe(0);
  });

test("faces of namesakes differ, and say nothing beside the name", async ({ browser }) => {
  const page = await openKit(browser);
  const namesakes = specimen(page, "Avatar").getByRole("listitem").filter({ hasText: "高橋 千夏" });
  const [one, other] = await Promise.all(
    [0, 1].map((index) =>
      namesakes
        .nth(index)
        .locator(".face")
        .evaluate((face) => {
          const { borderRadius, color } = getComputedStyle(face);
          return `${borderRadius} ${color}`;
        }),
    ),
  );
  expect(one).not.toBe(other);
  await expect(namesakes.first()).toMatchAriaSnapshot("- listitem: 高橋 千夏");
  await expect(specimen(page, "FacePile").getByText("ほか479人")).toBeAttached();
});

test("a banner is put away, and says by a word what its colour says", async ({ browser }) => {
  const page = await openKit(browser);
  const banner = specimen(page, "Banner");
  await expect(banner.getByRole("alert")).toHaveText(/^エラー/);
  const before = await banner.getByRole("status").count();
  await banner.getByRole("button", { name: "閉じる" }).press("Enter");
  await expect(banner.getByRole("status")).toHaveCount(before - 1);
});

test("what takes steps and what takes long is told", async ({ browser }) => {
  const page = await openKit(browser);
  const steps = specimen(page, "Stepper").getByRole("list").first().getByRole("listitem");
  await expect(steps.nth(1)).toHaveAttribute("aria-current", "step");
  await expect(steps.first()).toContainText("完了");
  const bars = specimen(page, "Progress").getByRole("progressbar");
  await expect(bars.nth(1)).toHaveAttribute("aria-valuetext", "484件中312件");
  await expect(bars.nth(1)).toHaveAttribute("value", "312");
  await expect(bars.nth(0)).not.toHaveAttribute("value");
});

test("where the sample world isn't, there is no kit", async ({ browser }) => {
  const port = await findFreePort();
  const web = new ServerProcess({
    port,
    args: [join(root, "node_modules/next/dist/bin/next"), "start", "--port", String(port)],
    health: "/api/health",
    env: { NODE_ENV: "production", PORT: String(port), SMTP_URL: "smtp://127.0.0.1:1" },
  });
  await web.start();
  const page = await (await openBrowser(browser, {})).newPage();
  for (const path of ["/kit", "/mailbox"])
    expect((await page.goto(`${web.url}${path}`))?.status(), path).toBe(404);
  await expect(page.getByRole("heading", { name: "Avatar" })).toHaveCount(0);
  await web.stop();
  expect((await page.goto("/kit"))?.status()).toBe(200);
});
