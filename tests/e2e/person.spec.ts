import { expect, type Page } from "@playwright/test";
import { conversation, expectForEveryone, openAs, test } from "./support.ts";

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

for (const width of [1280, 390])
  test(`a colleague's page says what both share, and opens the conversation with words to begin with, at ${width} px`, async ({
    browser,
  }) => {
    const page = await openAs(browser, "sakura", { path: "/c/aoba/directory?with=me", width });
    await page.getByRole("main").getByRole("link", { name: "青木 瑞穂", exact: true }).click();
    await expect(page.getByRole("heading", { name: "青木 瑞穂", level: 1 })).toBeVisible();
    const shared = section(page, "あなたとのつながり");
    const lanes = shared.getByRole("figure");
    await expect(lanes.getByText("青木 瑞穂：研究開発本部 材料開発部に 1999–。")).toBeAttached();
    await expect(lanes.getByText("あなた：研究開発本部 材料開発部に 2016–。")).toBeAttached();
    await expect(lanes.getByText("1999", { exact: true })).toBeVisible();
    await expect(lanes.getByText("いま", { exact: true })).toBeVisible();
    const colleague = section(page, "共通の同僚").getByRole("listitem").getByRole("link").first();
    await expect(colleague).toHaveAttribute("href", /^\/c\/aoba\/people\//);
    await expectForEveryone(page, `a colleague's page at ${width} px`);

    const act = (label: string) =>
      section(page, "声をかけてほしいこと").getByRole("button", { name: label }).click();
    const composer = page.getByRole("textbox", { name: "青木 瑞穂さんへのメッセージ" });
    await act("近況を伝える");
    await expect(page).toHaveURL(/\/chat\/.+/);
    await expect(composer).toHaveValue("青木 瑞穂さん、ごぶさたしています。");
    // Words that were only proposed make way for others, those that somebody typed do not.
    await page.goBack();
    await act("協業を相談する");
    await expect(composer).toHaveValue(/^青木 瑞穂さん、.*一緒にできそうなことがあり/);
    await composer.fill("青木さん、お元気ですか。");
    await page.goBack();
    await act("近況を伝える");
    await expect(composer).toHaveValue("青木さん、お元気ですか。");
    await composer.fill("");
    await page.goBack();
    await colleague.click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("青木 瑞穂");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

test("in English it says so too, and nothing was sent by opening it", async ({ browser }) => {
  const page = await openAs(browser, "hannah", {
    path: "/c/larkfield/directory?q=Arregui",
    locale: "en",
    width: 390,
  });
  await page.getByRole("main").getByRole("link", { name: "Tomás Arregui", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Tomás Arregui", level: 1 })).toBeVisible();
  const lanes = section(page, "What you share").getByRole("figure");
  await expect(lanes.getByText("Tomás Arregui: R&D > Polymers 2009–2020.")).toBeAttached();
  await expect(lanes.getByText("You: R&D > Polymers 2017–.")).toBeAttached();
  await expect(section(page, "People you both worked with").getByRole("link").first()).toBeVisible();
  await expectForEveryone(page, "a person page in English at 390 px");
  await section(page, "Open to").getByRole("button", { name: "Ask for advice" }).click();
  const words = "Hello Tomás Arregui, I saw on your profile that you give advice.";
  const composer = page.getByRole("textbox", { name: "Message to Tomás Arregui" });
  await expect(composer).toHaveValue(new RegExp(`^${words}`));
  await expect(conversation(page).getByText(words)).toHaveCount(0);
  await composer.fill("");
  await expect(composer).toHaveValue("");
});
