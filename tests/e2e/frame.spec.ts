import { expect, type Page } from "@playwright/test";
import { openAs, test, threadRow } from "./support.ts";

const composer = (page: Page) => page.getByRole("textbox", { name: /へのメッセージ|Message to/ });

declare global {
  var letMovesGo: () => void;
}

/** Keeps the answers to moves within the app back until they are let go; in the page, since its service worker fetches some by itself. */
async function holdMoves(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const ask = globalThis.fetch;
    globalThis.letMovesGo = resolve;
    globalThis.fetch = async (input, init) => {
      const headers = new Headers(init?.headers);
      if (headers.has("rsc") && !headers.has("next-router-prefetch")) await promise;
      return ask(input, init);
    };
  });
  return () => page.evaluate(() => globalThis.letMovesGo());
}

/** A conversation's row while one is open. */
function rowBeside(page: Page, name: string) {
  return page.getByRole("region", { name: "会話の一覧" }).getByRole("link", { name });
}

async function openThread(page: Page, name: string): Promise<void> {
  await threadRow(page, name).click();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  await expect(composer(page)).toBeVisible();
}

for (const width of [1280, 390])
  test(`a press is answered before its page is there: the target, a thread and the page's outline, ${width} px`, async ({
    browser,
  }) => {
    const page = await openAs(browser, "sakura", { path: "/c/aoba/feed", width });
    await page.waitForLoadState("networkidle");
    const letGo = await holdMoves(page);
    const bar = page.getByRole("navigation", { name: "メインメニュー" }).filter({ visible: true });
    const outline = page.getByRole("status").filter({ hasText: "読み込んでいます" });
    const directory = bar.getByRole("link", { name: "名簿" });
    await directory.click();
    await expect(directory).toHaveAttribute("data-chosen");
    await expect(directory).toHaveAttribute("data-leading");
    await expect(page.locator("[data-leading-on]")).toBeVisible();
    await expect(outline).toBeVisible();
    await expect(page).toHaveURL(/\/feed$/);
    await letGo();
    await expect(page.getByRole("heading", { name: "名簿", level: 1 })).toBeVisible();
    await expect(outline).toHaveCount(0);
    await expect(page.locator("[data-leading], [data-leading-on]")).toHaveCount(0);
    await expect(directory).toHaveAttribute("aria-current", "page");
  });

test("a row that was pressed is marked, and from one conversation to the next the list stays", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/chat" });
  await openThread(page, "髙橋 耕作");
  await page.waitForLoadState("networkidle");
  const letGo = await holdMoves(page);
  const next = rowBeside(page, "高橋 千夏");
  await next.click();
  await expect(next).toHaveAttribute("data-leading");
  await expect(page.getByRole("status").filter({ hasText: "読み込んでいます" })).toBeVisible();
  // What lies over the list would take the pointer.
  await rowBeside(page, "髙橋 耕作").hover();
  await letGo();
  await expect(page.getByRole("heading", { name: "高橋 千夏", level: 1 })).toBeVisible();
});

test("an address of a company that leads nowhere keeps one inside, and its title says where one is", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura");
  for (const path of ["chat/none", "people/none", "people", "no/such/page", "no-such-page"]) {
    expect((await page.goto(`/c/aoba/${path}`))?.status(), path).toBe(404);
    const heading = page.getByRole("heading", { name: /ページが見つかりません|この会話は開けません/ });
    await expect(heading, path).toBeVisible();
    await expect(page.getByRole("navigation", { name: "メインメニュー" }).first(), path).toBeVisible();
    const title = `${await heading.textContent()} – 青葉化学工業株式会社 – おかえり`;
    expect((await page.title()).replace(/^\(\d+\) /, ""), path).toBe(title);
  }
  await page.getByRole("link", { name: "名簿で探す" }).click();
  await expect(page).toHaveTitle(/名簿 – 青葉化学工業株式会社 – おかえり$/);
  await page.goto("/c/aoba/no-such-page");
  await page.getByRole("link", { name: "フィードへ" }).click();
  await expect(page).toHaveTitle(/フィード – 青葉化学工業株式会社 – おかえり$/);
});

test("who is suspended reads that, and whom to ask; not that they never joined", async ({ browser }) => {
  const page = await openAs(browser, "tsuyoshi");
  await expect(page.getByText("いま開ける会社はありません")).toBeVisible();
  await expect(page.getByText(/青葉化学工業株式会社への参加は、いま止められています。.*人事/)).toBeVisible();
  await expect(page.getByText("参加中の会社はありません")).toHaveCount(0);
});

test("days and times are the server's: a device's clock may be wrong, and midnight passes while one looks", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/chat" });
  await page.clock.setFixedTime(Date.now() + 27 * 60 * 60_000);
  await page.reload();
  await openThread(page, "髙橋 耕作");
  await composer(page).fill(`おはようございます ${crypto.randomUUID()}`);
  await composer(page).press("Enter");
  await expect(page.getByRole("heading", { name: "今日", exact: true })).toBeVisible();
  await expect(rowBeside(page, "髙橋 耕作").locator("time")).toHaveText(/^\d{1,2}:\d{2}$/);
  // A day goes by, as for a laptop that sleeps.
  await page.clock.setFixedTime(Date.now() + 51 * 60 * 60_000);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.getByRole("heading", { name: "昨日", exact: true })).toBeVisible();
  await expect(rowBeside(page, "髙橋 耕作").locator("time")).toHaveText("昨日");
});

test("under a day the feed says the time alone", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/feed" });
  const times = await page.locator("main li time").allInnerTexts();
  expect(times.length).toBeGreaterThan(5);
  expect(times.filter((time) => !/^\d{1,2}:\d{2}$/.test(time))).toEqual([]);
});

test("from the top of a conversation it is at most twelve stops to where one writes", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/chat" });
  await openThread(page, "髙橋 耕作");
  await page.waitForLoadState("networkidle");
  await page.reload();
  await page.waitForLoadState("networkidle");
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 90) ?? "");
  // The field has the focus as the conversation opens: past it one comes round to the top.
  await expect(async () => {
    await page.keyboard.press("Tab");
    expect(await focused()).toContain('href="#main"');
  }).toPass({ intervals: [0] });
  const stops = [await focused()];
  while (stops.length < 40 && !(await composer(page).evaluate((field) => field === document.activeElement))) {
    await page.keyboard.press("Tab");
    stops.push(await focused());
  }
  expect(stops.length, stops.join(" | ")).toBeLessThanOrEqual(12);
});

test("the arrows walk a list, and to the right lies what else its line holds", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/directory" });
  await page.waitForLoadState("networkidle");
  const people = page.locator("main li a[href*='/people/']");
  const stops = people.and(page.locator(":not([tabindex='-1'])"));
  await expect(stops).toHaveCount(1);
  await people.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(people.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("main li").nth(1).getByRole("button")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  await expect(people.nth(1)).toBeFocused();
  await expect(stops).toHaveCount(1);
});

for (const width of [1280, 390])
  test(`everything that one presses is 24 px wide and high, ${width} px`, async ({ browser }) => {
    const page = await openAs(browser, "sakura", { path: "/c/aoba/chat", width });
    const thread = await threadRow(page, "髙橋 耕作").getAttribute("href");
    const person = "/c/aoba/directory?q=たかはしこうさく";
    for (const path of ["/c/aoba/feed", "/c/aoba/directory", "/c/aoba/settings", thread ?? "", person]) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      expect(await smallTargets(page), path).toEqual([]);
    }
    await page.locator("main a[href*='/people/']").first().click();
    await expect(page.getByRole("heading", { level: 1, name: "髙橋 耕作" })).toBeVisible();
    expect(await smallTargets(page), "a person").toEqual([]);
  });

/** What can be pressed and doesn't hold a square of 24 px about its middle; links within a sentence may be as high as their line. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>("a[href], button, select, summary, [role=button]"),
    ];
    return targets.flatMap((target) => {
      if (!target.checkVisibility({ visibilityProperty: true })) return [];
      if (target.matches(".sr-only, p a, p button")) return [];
      target.scrollIntoView({ block: "center", inline: "nearest" });
      const { x, y, width, height } = target.getBoundingClientRect();
      if (width <= 1 || height <= 1) return [];
      const missed = [-11.5, 11.5].some((right) =>
        [-11.5, 11.5].some((down) => {
          const hit = document.elementFromPoint(x + width / 2 + right, y + height / 2 + down);
          return !hit || !(target.contains(hit) || target.closest("label")?.contains(hit));
        }),
      );
      return missed ? [`${target.outerHTML.slice(0, 160)} ${Math.round(width)}×${Math.round(height)}`] : [];
    });
  });
}

test("Back from a person's page finds the conversation where one was", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/chat" });
  await openThread(page, "髙橋 耕作");
  await page.waitForLoadState("networkidle");
  const box = page.getByRole("region", { name: /さんとの会話/ });
  await box.evaluate((element) =>
    element.scrollTo({ top: -(element.scrollHeight - element.clientHeight) / 2 }),
  );
  const seen = () =>
    box.evaluate((element) => {
      const top = element.getBoundingClientRect().top;
      const lines = [...element.querySelectorAll<HTMLElement>("[data-number]")];
      const line = lines.find((one) => one.getBoundingClientRect().bottom > top);
      return { number: line?.dataset.number, at: Math.round((line?.getBoundingClientRect().top ?? 0) - top) };
    });
  const before = await seen();
  expect(await box.evaluate((element) => element.scrollTop)).toBeLessThan(-50);
  await page.getByRole("heading", { level: 1 }).getByRole("link").click();
  await expect(page).toHaveURL(/\/people\//);
  await page.goBack();
  await expect(composer(page)).toBeVisible();
  await expect.poll(seen).toEqual(before);
});

test("Back finds a list where one was", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/directory" });
  await page.waitForLoadState("networkidle");
  await page.locator("main li a[href*='/people/']").nth(20).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(200);
  await page.locator("main li a[href*='/people/']").nth(20).click();
  await expect(page).toHaveURL(/\/people\//);
  await page.goBack();
  await expect(page).toHaveURL(/\/directory$/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
});

test("Back finds the list of conversations where one was, beside the one that was open", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/chat" });
  // Enough for a list that scrolls.
  await page.setViewportSize({ width: 1280, height: 420 });
  await openThread(page, "髙橋 耕作");
  const list = page.getByRole("region", { name: "会話の一覧" });
  const place = () => list.evaluate((element) => Math.round(element.scrollTop));
  await list.evaluate((element) => element.scrollTo({ top: 90 }));
  expect(await place()).toBe(90);
  await page.getByRole("heading", { level: 1 }).getByRole("link").click();
  await expect(page).toHaveURL(/\/people\//);
  await page.goBack();
  await expect(composer(page)).toBeVisible();
  await expect.poll(place).toBe(90);
});

test("two of one name are told apart wherever one chooses among them", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/chat?new" });
  await page.getByRole("combobox", { name: /相手を探す/ }).fill("あべあい");
  const both = page.getByRole("option", { name: "阿部 愛" });
  await expect(both).toHaveCount(2);
  const [one, other] = await both.allInnerTexts();
  expect(one).toMatch(/大阪支店|経営企画部/);
  expect(other).toMatch(/大阪支店|経営企画部/);
  expect(one).not.toBe(other);
});

test("where there is room the other's profile stands beside a conversation", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/chat", width: 1440 });
  await openThread(page, "髙橋 耕作");
  const beside = page.getByRole("complementary", { name: "髙橋 耕作" });
  await expect(beside).toBeVisible();
  await expect(beside.getByText("部署", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "この会話を検索" }).click();
  await expect(beside).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.keyboard.press("Escape");
  await expect(beside).toBeHidden();
});

for (const [locale, name] of [
  ["ja", "sakura"],
  ["en", "hannah"],
] as const)
  test(`a phone's directory shows six people at once, their buttons without boxes: ${locale}`, async ({
    browser,
  }) => {
    const company = name === "sakura" ? "aoba" : "larkfield";
    const page = await openAs(browser, name, { path: `/c/${company}/directory`, width: 390, locale });
    const bar = await page.getByRole("navigation").last().boundingBox();
    const rows = page.locator("main li").filter({ has: page.locator("a[href*='/people/']") });
    const ends = await rows.evaluateAll((all) =>
      all.map((row) =>
        Math.max(...[...row.querySelectorAll("*")].map((one) => one.getBoundingClientRect().bottom)),
      ),
    );
    expect(bar?.height).toBeLessThan(100);
    expect(ends.filter((end) => end <= (bar?.y ?? 0)).length).toBeGreaterThanOrEqual(6);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const button = rows.first().getByRole("button");
    await expect(button).toBeVisible();
    expect(await button.evaluate((element) => getComputedStyle(element).borderWidth)).toBe("0px");
  });

test("beside the feed stands who is here of those with whom one talks, and leads to the conversation", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/feed", width: 1440 });
  const here = page.getByRole("region", { name: "いまいる人" });
  await expect(here).toBeVisible();
  await openAs(browser, "kosaku");
  await here.getByRole("link", { name: "髙橋 耕作" }).click();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
});
