import { type CDPSession, expect, type Page } from "@playwright/test";
import { companyPages } from "#components/navigation/pages.ts";
import { expectForEveryone, openBrowser, signInAs, test } from "./support.ts";

const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };
type Device = typeof desktop;

const doors = [
  "/",
  "/sign-in",
  "/sign-in?company=aoba",
  "/sign-in/link/no-such-link",
  "/mailbox",
  "/no-such-page",
];
// Those that take an id are opened below, by one that there is.
const rooms = [
  ...companyPages.flatMap(({ path }) => (typeof path === "string" ? path : [])),
  "directory?q=ta",
  "directory?q=zzzz",
  "desk/leavers/import",
  "profile/visibility",
  "profile/as/alumnus",
  "people/none",
  "chat/none",
];

/**
 * What opens a page and looks at it on a desktop and on a phone, by day and by night. The first page, and each other one, is opened on
 * the first device.
 */
async function viewerOn(
  page: Page,
  devices: readonly [Device, Device],
): Promise<(path: string) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  let opened = 0;
  return async (path) => {
    const [first, second] = opened++ % 2 === 0 ? devices : [devices[1], devices[0]];
    await become(devtools, first);
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await look(page, first, `${path}, opened at ${first.width} px`);
    await become(devtools, second);
    await look(page, second, `${path}, taken to ${second.width} px`);
  };
}

/** Shows the page as that device would, to its media queries too. */
async function become(devtools: CDPSession, { width, height }: Device): Promise<void> {
  const mobile = width === phone.width;
  await devtools.send("Emulation.setTouchEmulationEnabled", { enabled: mobile });
  const metrics = { width, height, mobile, deviceScaleFactor: 1 };
  await devtools.send("Emulation.setDeviceMetricsOverride", metrics);
}

async function look(page: Page, { width }: Device, what: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => innerWidth), what).toBe(width);
  await expectForEveryone(page, what);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider, `${what}, scrolls sideways`).toBe(0);
}

for (const [locale, devices] of [
  ["ja", [desktop, phone]],
  ["en", [phone, desktop]],
] as const) {
  test(`every page is for everyone: ${locale}`, async ({ browser }) => {
    test.setTimeout(600_000);
    const page = await (await openBrowser(browser, { locale })).newPage();
    const check = await viewerOn(page, devices);
    for (const path of doors) await check(path);
    await page.goto("/sign-in");
    await page.getByRole("textbox").fill("nobody@example.net");
    await page.getByRole("button", { name: /メールを受け取る|mail/i }).click();
    await expect(page).toHaveURL(/sign-in\/code/);
    await check("/sign-in/code");
    await page.goto("/mailbox");
    await check((await page.locator("main a[href^='/mailbox/']").first().getAttribute("href")) ?? "");
    const company = locale === "ja" ? "/c/aoba" : "/c/larkfield";
    await signInAs(page, locale === "ja" ? "yuki" : "hannah", `${company}/directory`);
    const person = await page.locator("main a[href*='/people/']").first().getAttribute("href");
    await page.goto(`${company}/chat`);
    const thread = await page.locator("main li a[href*='/chat/']").first().getAttribute("href");
    for (const path of rooms) await check(`${company}/${path}`);
    for (const path of [person ?? "", thread ?? "", "/companies"]) await check(path);
  });
}
