import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { type Look, openBrowser } from "./support.ts";

export async function openKit(browser: Browser, look: Look = {}): Promise<Page> {
  const page = await (await openBrowser(browser, look)).newPage();
  await page.goto("/kit");
  await page.waitForLoadState("networkidle");
  return page;
}

export const specimen = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** What a keyboard is at. */
export async function expectFocus(target: Locator): Promise<void> {
  await expect(target).toBeFocused();
}
