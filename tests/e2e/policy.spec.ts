import { type APIRequestContext, expect } from "@playwright/test";
import { openAs, test } from "./support.ts";

const policyHeader = "content-security-policy";

async function policyOf(request: APIRequestContext, path: string): Promise<string> {
  return (await request.get(path, { maxRedirects: 0 })).headers()[policyHeader] ?? "";
}

/** Those that forbade something, each once. */
function directivesOf(complaints: string[]): string[] {
  const found = complaints.flatMap((text) => /directive:? ["']([a-z-]+) /.exec(text)?.[1] ?? []);
  return [...new Set(found)].sort();
}

const nonceOf = (policy: string) => /script-src 'nonce-([\w-]{22})' 'strict-dynamic';/.exec(policy)?.[1];

test("of what somebody got into a page nothing runs and nothing is worn, and the page works", async ({
  page,
  complaints,
}) => {
  const forbidden = [
    "<script>window.ran = 'a script'</script>",
    "<script nonce='AAAAAAAAAAAAAAAAAAAAAA'>window.ran = 'a script with a nonce of its own'</script>",
    "<script src='/offline/../sw.js'></script>",
    "<img src='/no-such-image' onerror=\"window.ran = 'a handler'\">",
    "<a id='lure' href=\"javascript:window.ran = 'an address'\">Click</a>",
    "<style>html { --worn: yes }</style>",
    "<base href='https://evil.example/'>",
    "<object data='/icon.svg'></object>",
    "<iframe src='/sign-in'></iframe>",
  ];
  await page.route("/sign-in", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<body[^>]*>/, (tag) => `${tag}${forbidden.join("")}`);
    await route.fulfill({ response, body });
  });
  await page.goto("/sign-in");
  await page.locator("#lure").click();
  await page.getByLabel("メールアドレス").fill("nobody@example.com");
  await page.getByRole("button", { name: "メールを受け取る" }).click();
  await expect(page).toHaveURL(/sign-in\/code/);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  expect(
    await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--worn")),
  ).toBe("");
  await expect
    .poll(() => directivesOf(complaints))
    .toEqual(["base-uri", "frame-src", "object-src", "script-src", "style-src"]);
  complaints.length = 0;
});

test("what a script of ours puts into a page as HTML runs nothing, and nothing is told to another's address", async ({
  browser,
  complaints,
}) => {
  const page = await openAs(browser, "sakura");
  const reached = await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", "<img src='/none' onerror='window.ran = true'>");
    return fetch("https://evil.example/").then(
      () => true,
      () => false,
    );
  });
  expect(reached).toBe(false);
  await expect.poll(() => directivesOf(complaints)).toEqual(["connect-src", "script-src"]);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  complaints.length = 0;
});

test("each page has a nonce of its own, on each of its scripts; what is no page may run nothing", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura");
  const { request } = page.context();
  const nonces = new Set<string | undefined>();
  const pages = [
    "/",
    "/sign-in/link/none",
    "/companies",
    "/c/aoba/feed",
    "/c/aoba/chat",
    "/c/none/feed",
    "/none",
    "/%ZZ",
  ];
  for (const path of pages) {
    const answer = await request.get(path);
    const policy = answer.headers()[policyHeader] ?? "";
    const nonce = nonceOf(policy);
    expect(nonce, path).toBeDefined();
    expect(policy, path).toContain(`style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline';`);
    expect(policy, path).not.toMatch(/unsafe-eval|\*|https?:|data:/);
    const scripts = (await answer.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(3);
    expect(
      scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
      path,
    ).toEqual([]);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(pages.length);
  const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  for (const path of ["/api/health", "/api/push", "/manifest.webmanifest", "/icon.svg", "/icons/192.png"])
    expect(await policyOf(request, path), path).toBe(nothing);
  expect(await policyOf(request, "/sw.js")).toBe(`${nothing}; connect-src 'self'`);
  // Whatever the address looks like, a file that somebody gave is no page.
  for (const name of ["none", "%20", "%6eone"])
    expect(await policyOf(request, `/api/c/aoba/chat/none/files/${name}`)).toBe(`${nothing}; sandbox`);
  expect(await policyOf(request, "/%61pi/c/aoba/chat/none/files/none")).toBe(nothing);
  expect(await policyOf(request, "/offline")).toMatch(
    /^default-src 'none'; script-src 'sha256-[^ ]+'; style-src 'sha256-[^ ]+';/,
  );
});
