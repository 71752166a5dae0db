import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import { z } from "zod";
import { people } from "#prisma/world.ts";

export type Named = keyof typeof people;
export type Look = { locale?: "ja" | "en"; colorScheme?: "light" | "dark"; width?: number };

export { people };

/** What a page of ours said that it should not have, or what its Content-Security-Policy kept from it. */
type Complaints = { complaints: string[] };

/**
 * A test that leaves no page open, since anyone who looks on goes on reading what the next test writes, in which no page complains: one
 * that expects a complaint takes it out of `complaints`; and which presses nothing before React listens (waitForScripts).
 */
export const test = base.extend<Complaints & { leftOpen: undefined }>({
  complaints: [
    async ({ browser }, use) => {
      const complaints: string[] = [];
      const listen = (context: BrowserContext) => {
        context.on("page", waitForScripts);
        getAgain(context.request);
        context.on("weberror", (error) => complaints.push(String(error.error())));
        context.on("console", (message) => {
          if (message.type() === "error" && !ofTheNetwork.test(message.text()))
            complaints.push(message.text());
        });
      };
      browser.on("context", listen);
      await use(complaints);
      browser.off("context", listen);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  request: async ({ request }, use) => {
    getAgain(request);
    await use(request);
  },
  leftOpen: [
    async ({ browser, complaints: _ }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});

// What Chromium says of requests that are refused or not answered, as walks have it, and of a trace that looks into a mail's frame or at a
// picture that this browser alone has; never what a policy of ours forbids.
const ofTheNetwork =
  /^Failed to load resource: |^WebSocket connection to '[^']*' failed: |^Blocked script execution in 'about:srcdoc' |^Connecting to 'blob:/;

/** Has what is asked for without a page tried again: a server may close a connection that was kept alive just as it is used once more. */
function getAgain(request: APIRequestContext): void {
  const get: APIRequestContext["get"] = request.get.bind(request);
  request.get = <T>(...[url, options]: Parameters<typeof get>) => get<T>(url, { maxRetries: 2, ...options });
}

/** Has every page that is opened or loaded again by a test wait until React listens to all that can be pressed: before, a press is lost. */
function waitForScripts(page: Page): void {
  const { goto, reload, goBack, goForward } = page;
  page.goto = async (...args) => whenListening(page, await goto.apply(page, args));
  page.reload = async (...args) => whenListening(page, await reload.apply(page, args));
  page.goBack = async (...args) => whenListening(page, await goBack.apply(page, args));
  page.goForward = async (...args) => whenListening(page, await goForward.apply(page, args));
}

async function whenListening<Answer>(page: Page, answer: Answer): Promise<Answer> {
  await expect.poll(() => page.evaluate(isListening), { intervals: [20, 50, 100] }).toBe(true);
  return answer;
}

/** True too of what is no page of Next's, as the offline page. */
function isListening(): boolean {
  if (!("__next_f" in self)) return true;
  const pressed = [
    ...document.querySelectorAll(
      'body :is(a[href]:not([href^="javascript:"]), button, input, select, textarea):not([type=hidden])',
    ),
  ];
  return pressed.every((element) => Object.keys(element).some((key) => key.startsWith("__reactProps$")));
}

/** A browser of its own for somebody, who is signed in, on `path` or else on their first page. */
export async function openAs(
  browser: Browser,
  name: Named,
  { path = "/sign-in", ...look }: Look & { path?: string } = {},
): Promise<Page> {
  const page = await (await openBrowser(browser, look)).newPage();
  await signInAs(page, name, path);
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

/** Signs somebody in, and opens `path`, or else their first page. */
export async function signInAs(page: Page, name: Named, path = "/sign-in"): Promise<void> {
  await signIn(page.context(), name);
  await page.goto(path);
  // Who is signed in is led on from there.
  if (path === "/sign-in") await expect(page).toHaveURL(/\/(c\/|companies)/);
}

/** Somebody who is signed in and asks without a page. */
export async function requestAs(browser: Browser, name: Named): Promise<APIRequestContext> {
  const context = await openBrowser(browser, {});
  await signIn(context, name);
  return context.request;
}

const actions = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string().optional() })) });

/** Does what the sample world's one click does, without its page. */
async function signIn({ request }: BrowserContext, name: Named): Promise<void> {
  const { node } = actions.parse(
    JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")),
  );
  const [action = ""] = Object.keys(node).filter((id) => node[id]?.exportedName === "enterAsSample");
  const form = new FormData();
  form.append("_1_email", people[name].email);
  // Not to their first page: Next would render that into its answer.
  form.append("_1_next", "/api/health");
  form.append("0", JSON.stringify([{ typed: "", refusal: null }, "$K1"]));
  const answer = await request.post("/sign-in", {
    headers: { "next-action": action, origin: process.env.E2E_BASE_URL ?? "" },
    multipart: form,
    maxRedirects: 0,
  });
  expect(answer.headers()["x-action-redirect"], `${name} is signed in`).toMatch(/^\/api\/health;/);
}

/** A conversation's row in the list, by its name alone: the last lines of others may hold it as well. */
export function threadRow(page: Page, name: string): Locator {
  return page.getByRole("link").filter({ has: page.getByText(name, { exact: true }) });
}

/** The lines of the conversation that is open. */
export function conversation(page: Page): Locator {
  return page.getByRole("region", { name: /さんとの会話|Conversation with/ });
}

/** Confirms a kana conversion by Enter, as an input method does. */
export async function convert(page: Page, kana: string, kanji: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const at = kana.length;
  await keyboard.send("Input.imeSetComposition", { text: kana, selectionStart: at, selectionEnd: at });
  const processed = { key: "Process", code: "Enter", windowsVirtualKeyCode: 229 };
  await keyboard.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...processed });
  await keyboard.send("Input.insertText", { text: kanji });
  await keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", ...processed });
  // No hand presses the next Enter as soon as a test would; Safari's way to tell the first one twice is that soon.
  await page.waitForTimeout(100);
}

/** Until the service worker has its page, answers for this one, and can be pushed to: not so while it is activating. */
export async function controlled(page: Page): Promise<void> {
  const ready = async () => {
    if (navigator.serviceWorker.controller?.state !== "activated") return false;
    return (await (await caches.open("okaeri-offline")).keys()).length > 0;
  };
  await expect.poll(() => page.evaluate(ready)).toBe(true);
}

declare global {
  var axe: typeof import("axe-core");
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// What the scheme changes is colour alone.
const rulesOf = { light: tags, dark: ["color-contrast", "link-in-text-block"] };
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Looks at the page by day and by night with axe's eyes, and expects nothing but of the rules that are `passedOver`. */
export async function expectForEveryone(
  page: Page,
  what: string,
  passedOver: readonly string[] = [],
): Promise<void> {
  // Once for both, and by hand: axe's own package for Playwright brings it three times, and opens a page for each answer.
  await page.evaluate(axeSource);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(async (rules) => {
      // A mail stands in a frame that runs no script, so not even axe's.
      const { violations } = await axe.run(
        { exclude: [["iframe"]] },
        { runOnly: rules, resultTypes: ["violations"] },
      );
      return violations.map(({ id, nodes }) => ({
        id,
        at: nodes.map(({ html }) => html.slice(0, 160)).join(" … "),
      }));
    }, rulesOf[colorScheme]);
    expect(
      found.filter(({ id }) => !passedOver.includes(id)),
      `${what}, ${colorScheme}`,
    ).toEqual([]);
  }
}
