import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { root } from "#lib/launch/folders.ts";
import { findFreePort } from "#lib/launch/ports.ts";
import { ServerProcess } from "#tests/support/server-process.ts";
import { SilentProxy } from "#tests/support/silent-proxy.ts";
import { openBrowser, people, test, threadRow } from "./support.ts";

// What people write, and hold: all of it is somewhere in the walk below, and none of it may be in any line.
const marks = {
  text: "ひみつの話",
  mail: "himitsu-himitsu@example.com",
  code: "429173",
  search: "himitsu-search",
};

const lineSchema = z.looseObject({ level: z.string(), msg: z.string(), requestId: z.string().optional() });
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** A web of this test's own, on the world that the others are copies of, by way of a proxy that can go away. */
async function startWeb() {
  const databaseUrl = new URL(process.env.EMBEDDED_DATABASE_URL ?? "");
  const proxy = await SilentProxy.before(Number(databaseUrl.port));
  databaseUrl.port = new URL(proxy.url).port;
  const [port, metricsPort] = [await findFreePort(), await findFreePort()];
  const printed: string[] = [];
  const web = new ServerProcess({
    port,
    args: [
      join(root, "node_modules/next/dist/bin/next"),
      "start",
      "--port",
      String(port),
      "--hostname",
      "127.0.0.1",
    ],
    health: "/api/health",
    env: {
      NODE_ENV: "production",
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      LOG_LEVEL: "debug",
      EMBEDDED_DATABASE_URL: databaseUrl.href,
    },
    onOutput: (text) => printed.push(text),
  });
  await web.start();
  return {
    url: `http://localhost:${port}`,
    output: () => printed.join(""),
    lines: () =>
      printed
        .join("")
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => lineSchema.parse(JSON.parse(line))),
    metrics: async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text(),
    loseDatabase: () => proxy.close(),
    stop: () => web.stop(),
  };
}

test("the log follows each request under one id, which a person who meets an error sees, and holds nothing that anybody wrote", async ({
  browser,
  complaints,
}) => {
  test.setTimeout(240_000);
  const web = await startWeb();
  const context = await openBrowser(browser, {});
  const page = await context.newPage();

  await test.step("signing in: an address and a code", async () => {
    await page.goto(`${web.url}/sign-in`);
    await page.getByLabel("メールアドレス").fill(marks.mail);
    await page.getByRole("button", { name: "メールを受け取る" }).click();
    await expect(page).toHaveURL(/\/sign-in\/code/);
    await page.getByLabel("確認コード").fill(marks.code);
    await page.getByRole("button", { name: "サインイン", exact: true }).click();
    await expect(page.getByText("コードが違うか、もう使えません")).toBeVisible();
    await page.goto(`${web.url}/sign-in/link/himitsu-token-himitsu-token`);
  });

  await test.step("a member's pages, actions and searches", async () => {
    await signInAt(page, web.url);
    await page.goto(`${web.url}/c/aoba/directory?q=${marks.search}`);
    await page.goto(`${web.url}/c/aoba/chat/search?q=${marks.search}`);
    await page.goto(`${web.url}/c/aoba/chat`);
    await threadRow(page, "2016年入社の会").click();
    await page.getByRole("textbox", { name: /へのメッセージ/ }).fill(marks.text);
    await page.getByRole("textbox", { name: /へのメッセージ/ }).press("Enter");
    await expect.poll(() => actionsOf(web.lines())).toContain("sendMessageAction");
  });

  await test.step("each line of a member's request says whose it is, by ids and patterns", async () => {
    const answered = web.lines().filter(({ msg }) => msg === "a request was answered");
    expect(answered).toContainEqual(
      expect.objectContaining({
        level: "info",
        process: "web",
        method: "GET",
        route: "/c/[company]/directory",
        status: 200,
        requestId: expect.stringMatching(uuid),
        companyId: expect.stringMatching(uuid),
        memberId: expect.stringMatching(uuid),
      }),
    );
    expect(answered.filter(({ route }) => route === "unknown")).toEqual([]);
  });

  await test.step("the answer names the id, which is no client's to choose", async () => {
    const response = await fetch(`${web.url}/sign-in`, { headers: { "x-request-id": "chosen-by-a-client" } });
    const id = response.headers.get("x-request-id") ?? "";
    expect(id).toMatch(uuid);
    await expect.poll(() => web.lines().map(({ requestId }) => requestId)).toContain(id);
  });

  await test.step("metrics tell routes, actions and the pool", async () => {
    const metrics = await web.metrics();
    expect(metrics).toMatch(
      /okaeri_http_request_duration_seconds_count\{route="\/c\/\[company\]\/directory",method="GET",status="200"\} [1-9]/,
    );
    expect(metrics).toMatch(
      /okaeri_action_duration_seconds_count\{way="action",action="sendMessageAction",outcome="ok"\} 1/,
    );
    expect(metrics).toMatch(
      /okaeri_action_duration_seconds_count\{way="action",action="requestMail",outcome="led away"\} 1/,
    );
    expect(metrics).toMatch(/okaeri_database_connections\{pool="transactions",state="idle"\} \d/);
    expect(metrics).not.toMatch(uuid);
  });

  await test.step("an error page shows the id under which the error is logged", async () => {
    await page.goto(`${web.url}/c/aoba/feed`);
    web.loseDatabase();
    await page.getByRole("link", { name: "名簿" }).first().click();
    await expectLogged(await referenceOn(page));
    await page.goto(`${web.url}/c/aoba/directory`);
    await expectLogged(await referenceOn(page));
    // React tells the browser's console of both: #441 is an error of a server component.
    for (const complaint of complaints.splice(0)) expect(complaint).toContain("React error #441");
  });

  const token = (await context.cookies()).find(({ name }) => name.includes("okaeri-session"))?.value;
  expect(token).toBeTruthy();
  for (const mark of [
    ...Object.values(marks),
    "himitsu",
    encodeURIComponent(marks.text),
    token ?? "",
    people.sakura.email,
  ])
    expect(web.output()).not.toContain(mark);
  await web.stop();

  async function expectLogged(id: string): Promise<void> {
    const errors = web.lines().filter(({ level, requestId }) => level === "error" && requestId === id);
    expect(errors[0]).toMatchObject({ process: "web", err: { type: "DatabaseAway" } });
  }
});

async function signInAt(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByRole("button", { name: "大野 さくら" }).click();
  await expect(page).toHaveURL(/\/(c\/|companies)/);
}

async function referenceOn(page: Page): Promise<string> {
  const reference = page.getByText(uuid);
  await expect(reference).toBeVisible();
  return uuid.exec((await reference.textContent()) ?? "")?.[0] ?? "";
}

function actionsOf(lines: z.infer<typeof lineSchema>[]): unknown[] {
  return lines.map(({ action }) => action);
}
