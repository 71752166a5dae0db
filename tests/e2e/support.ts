import { type Browser, type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { namedPeople, people } from "#prisma/world.ts";

export type Named = keyof typeof people;
export type Look = { locale?: "ja" | "en"; colorScheme?: "light" | "dark"; width?: number };

export { people };

/** A browser of its own for somebody, signed in by the one click of the sample world, on their first page. */
export async function openAs(browser: Browser, name: Named, look: Look = {}): Promise<Page> {
  const page = await (await openBrowser(browser, look)).newPage();
  await signInAs(page, name);
  return page;
}

export async function openBrowser(
  browser: Browser,
  { locale = "ja", colorScheme = "light", width = 1280 }: Look,
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: process.env.E2E_BASE_URL,
    locale: locale === "ja" ? "ja-JP" : "en-US",
    timezoneId: "Asia/Tokyo",
    colorScheme,
    // Colours are measured when they have settled.
    reducedMotion: "reduce",
    viewport: { width, height: width < 600 ? 844 : 860 },
    isMobile: width < 600,
    hasTouch: width < 600,
  });
}

export async function signInAs(page: Page, name: Named): Promise<void> {
  const person = namedPeople.find(({ email }) => email === people[name].email);
  if (!person) throw new Error(`${name} is not among the named people`);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: person.displayName }).click();
  await expect(page).toHaveURL(/\/(c\/|companies)/);
}

/** The lines of the conversation that is open. */
export function conversation(page: Page): Locator {
  return page.getByRole("region", { name: /さんとの会話|Conversation with/ });
}
