import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sendChoice } from "#components/live/sending.ts";
import { eventually } from "#tests/support/eventually.ts";

type Sent = {
  choice: unknown;
  keepalive?: boolean;
  signal?: AbortSignal | null;
  answer: (response: Response) => void;
};
const sent: Sent[] = [];
let page = new EventTarget();
const kept = () => new Response(null, { status: 204 });

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  vi.stubGlobal("fetch", (_: string, { body, keepalive, signal }: RequestInit) => {
    return new Promise((answer, fail) => {
      sent.push({ choice: JSON.parse(String(body)), keepalive, signal, answer });
      signal?.addEventListener("abort", () => fail(new DOMException("", "AbortError")));
    });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  sent.length = 0;
});

const untilSent = (count: number) => eventually(() => expect(sent).toHaveLength(count));

/** Chooses, one after another: the second and those after it while the first is on its way. */
async function chooseAll([first = {}, ...others]: object[]) {
  const answers = [sendChoice("/api/preferences", first)];
  await untilSent(1);
  return [...answers, ...others.map((choice) => sendChoice("/api/preferences", choice))];
}

test("what is chosen in one moment is one request, so that none of it ends after the other", async () => {
  const chosen = [{ colorScheme: "LIGHT" }, { colorScheme: "DARK" }, { locale: "ja" }];
  const choices = chosen.map((choice) => sendChoice("/api/preferences", choice));
  await untilSent(1);
  page.dispatchEvent(new Event("pagehide"));
  expect(sent).toMatchObject([{ choice: { colorScheme: "DARK", locale: "ja" }, keepalive: true }]);
  sent[0]?.answer(kept());
  expect((await Promise.all(choices)).every(({ ok }) => ok)).toBe(true);
  expect(sent).toHaveLength(1);
});

test("choices go one after another, so that the last one is the one that is kept", async () => {
  const choices = await chooseAll([{ colorScheme: "DARK" }, { colorScheme: "LIGHT" }]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(sent.map(({ choice }) => choice)).toEqual([{ colorScheme: "DARK" }]);
  sent[0]?.answer(kept());
  await untilSent(2);
  expect(sent[1]).toMatchObject({ choice: { colorScheme: "LIGHT" }, keepalive: true });
  sent[1]?.answer(kept());
  expect(await Promise.all(choices)).toEqual([
    { ok: true, data: undefined },
    { ok: true, data: undefined },
  ]);
});

test("what is chosen while one is on its way goes as one, of two choices of one thing the last", async () => {
  const chosen = [{ locale: "ja" }, { locale: "en" }, { colorScheme: "DARK" }, { locale: "ja" }];
  const choices = await chooseAll(chosen);
  sent[0]?.answer(kept());
  await untilSent(2);
  expect(sent[1]?.choice).toEqual({ locale: "ja", colorScheme: "DARK" });
  sent[1]?.answer(kept());
  expect((await Promise.all(choices)).every(({ ok }) => ok)).toBe(true);
  expect(sent).toHaveLength(2);
});

test("choices that stand in an object of one name join in it", async () => {
  const chosen = [
    { audiences: { area: "ALUMNI", work: "NOBODY" } },
    { audiences: { area: "EVERYONE" }, unlisted: true },
    { audiences: { skills: "NOBODY" } },
  ];
  const choices = chosen.map((choice) => sendChoice("/api/profile", choice));
  await untilSent(1);
  expect(sent[0]?.choice).toEqual({
    audiences: { area: "EVERYONE", work: "NOBODY", skills: "NOBODY" },
    unlisted: true,
  });
  sent[0]?.answer(kept());
  expect((await Promise.all(choices)).every(({ ok }) => ok)).toBe(true);
});

test("whoever leaves takes nothing back: one request outlives the page with all of it, and calls back what it might overtake", async () => {
  const chosen = [{ locale: "ja", timeZone: "Asia/Tokyo" }, { locale: "en" }, { colorScheme: "DARK" }];
  const choices = await chooseAll(chosen);
  page.dispatchEvent(new Event("pagehide"));
  await untilSent(2);
  expect(sent[0]?.signal?.aborted).toBe(true);
  expect(sent[1]).toMatchObject({
    choice: { locale: "en", timeZone: "Asia/Tokyo", colorScheme: "DARK" },
    keepalive: true,
  });
  sent[1]?.answer(kept());
  expect((await Promise.all(choices)).every(({ ok }) => ok)).toBe(true);
  // Nothing waits: what is on its way is left alone.
  const last = sendChoice("/api/preferences", { locale: "ja" });
  await untilSent(3);
  page.dispatchEvent(new Event("pagehide"));
  expect(sent[2]?.signal?.aborted).toBe(false);
  sent[2]?.answer(kept());
  expect((await last).ok).toBe(true);
});

test("a refusal is the answer, and holds up nothing that comes after it", async () => {
  const [refused, next] = await chooseAll([{ timeZone: "Nowhere" }, { locale: "ja" }]);
  const refusal = { ok: false, code: "invalid", fields: { timeZone: "invalid" } };
  sent[0]?.answer(Response.json(refusal, { status: 422 }));
  expect(await refused).toEqual(refusal);
  await untilSent(2);
  sent[1]?.answer(new Response("<html>", { status: 502 }));
  expect(await next).toEqual({ ok: false, code: "offline" });
});
