import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import { namedPeople, people } from "#prisma/world.ts";

export type Named = keyof typeof people;
export type Look = { locale?: "ja" | "en"; colorScheme?: "light" | "dark"; width?: number };

export { people };

/** A test that leaves no page open: whoever looks on goes on reading what the next test writes. */
export const test = base.extend<{ leftOpen: undefined }>({
  leftOpen: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});

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
    // Colours are measured, which would be on their way.
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

/** A conversation's row in the list, by its name alone: the last lines of others may hold it as well. */
export function threadRow(page: Page, name: string): Locator {
  return page.getByRole("link").filter({ has: page.getByText(name, { exact: true }) });
}

/** The lines of the conversation that is open. */
export function conversation(page: Page): Locator {
  return page.getByRole("region", { name: /さんとの会話|Conversation with/ });
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Looks at the page by day and by night with axe's eyes, and expects nothing. */
export async function expectForEveryone(page: Page, what: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // A mail stands in a frame that runs no script, so not even axe's.
    const { violations } = await new AxeBuilder({ page }).withTags(tags).exclude("iframe").analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" … ")}`,
    );
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
}
