import { expect, type Page } from "@playwright/test";
import { enteringCookie } from "#components/shell/entering.ts";
import { titleGlyphs } from "#lib/fonts/title-glyphs.ts";
import { openAs, openBrowser, test } from "./support.ts";

test("a page loads one small font, never sets a title again for it, and writes nothing in it that it lacks", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/feed" });
  const glyphs = [...(await titleGlyphs())];
  await page.goto("/c/aoba/directory");
  const person = await page.locator("main a[href*='/people/']").first().getAttribute("href");
  const open = `people/${person?.split("/").at(-1)}`;
  for (const path of [
    "feed",
    "directory",
    "directory?q=zzzz",
    "chat",
    "settings",
    "profile",
    "profile/visibility",
    open,
    "people/none",
  ]) {
    await page.goto(`/c/aoba/${path}`);
    await page.waitForLoadState("networkidle");
    await expectFonts(page, glyphs, path);
  }
});

async function expectFonts(page: Page, glyphs: string[], path: string): Promise<void> {
  const { loaded, displays, lacking, titles } = await page.evaluate((known) => {
    const loaded = performance
      .getEntriesByType("resource")
      .flatMap((entry) =>
        entry instanceof PerformanceResourceTiming && /\.woff2?$/.test(entry.name)
          ? entry.decodedBodySize
          : [],
      );
    const inMincho = [...document.querySelectorAll("body *")].filter(
      (element) =>
        getComputedStyle(element).fontFamily.includes("titleFont") &&
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE),
    );
    const written = inMincho.flatMap((element) =>
      [...element.childNodes].flatMap((node) =>
        node.nodeType === Node.TEXT_NODE ? [...(node.textContent ?? "")] : [],
      ),
    );
    return {
      loaded,
      displays: [...document.fonts].map(({ display }) => display),
      lacking: written.filter((one) => !known.includes(one) && !/\s/.test(one)),
      titles: inMincho.length,
    };
  }, glyphs);
  expect(titles, path).toBeGreaterThan(0);
  expect(lacking, path).toEqual([]);
  expect(loaded.length, path).toBeLessThanOrEqual(3);
  expect(
    loaded.reduce((sum, bytes) => sum + bytes, 0),
    path,
  ).toBeLessThanOrEqual(150_000);
  expect(new Set(displays), path).toEqual(new Set(["optional"]));
}

test("enlarged to 200 %, a picture takes no more than 30 % of the height before what there is to do", async ({
  browser,
}) => {
  const context = await openBrowser(browser, {});
  const page = await context.newPage();
  const enlarged = { width: 640, height: 430 };
  await page.setViewportSize(enlarged);
  for (const path of ["/", "/sign-in?company=aoba", "/no-such-page"]) {
    await page.goto(path);
    const pictures = page.locator("main > div svg[viewBox='0 0 640 500'], main svg[viewBox='12 4 136 112']");
    const heights = await pictures.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    for (const height of heights) expect(height, path).toBeLessThanOrEqual(enlarged.height * 0.3 + 1);
    if (path !== "/sign-in?company=aoba") expect(heights.length, path).toBe(1);
  }
});

test("the noren lifts once for somebody who comes in, and not where motion is reduced", async ({
  browser,
}) => {
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    const page = await (await openBrowser(browser, {})).newPage();
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(() => {
      // Kept from its first moment: it is over before a walk could look.
      new MutationObserver(() => {
        const noren = document.querySelector("[data-noren]");
        if (noren && getComputedStyle(noren).display !== "none") document.documentElement.dataset.lifted = "";
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto("/sign-in?company=aoba");
    await page.getByRole("button", { name: "大野 さくら" }).click();
    await expect(page).toHaveURL(/\/c\/aoba/);
    const lifted = page.locator("html[data-lifted]");
    if (reducedMotion === "reduce") await expect(page.getByRole("main")).toBeVisible();
    else await expect(lifted).toHaveCount(1);
    // Forgotten once React is there.
    await expect.poll(() => page.evaluate(() => document.cookie)).not.toContain(`${enteringCookie}=`);
    await page.reload();
    await page.waitForLoadState("networkidle");
    await expect(lifted).toHaveCount(0);
  }
});

test("a face and a name travel from the row to the person's page and back, and not where motion is reduced", async ({
  browser,
}) => {
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    const page = await openAs(browser, "sakura", { path: "/c/aoba/directory" });
    await page.emulateMedia({ reducedMotion });
    // Kept as they begin: they are over before a walk could look.
    await page.evaluate(() => {
      const animate = Element.prototype.animate;
      Element.prototype.animate = function (...given) {
        document.documentElement.dataset.travelled = `${document.documentElement.dataset.travelled ?? ""} ${this.localName}`;
        return animate.apply(this, given);
      };
    });
    const expectTravelled = async (parts: string) => {
      const travelled = () => page.evaluate(() => document.documentElement.dataset.travelled?.trim() ?? "");
      await expect.poll(travelled).toBe(reducedMotion === "reduce" ? "" : parts);
      await page.evaluate(() => delete document.documentElement.dataset.travelled);
    };
    const row = page.getByRole("main").getByRole("listitem").nth(8).getByRole("link");
    const name = (await row.textContent()) ?? "";
    await row.click();
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
    await expectTravelled("span h1");
    await page.goBack();
    await expect(row).toBeInViewport();
    await expectTravelled("span a");
    // By any other way nothing moves.
    await page.getByRole("link", { name: "フィード" }).first().click();
    await expect(page.getByRole("heading", { name: "フィード", level: 1 })).toBeVisible();
    await expectTravelled("");
  }
});
