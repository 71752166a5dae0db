import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sendChoice } from "#components/settings/sending.ts";

type Sent = { choice: unknown; keepalive?: boolean; answer: (response: Response) => void };
const sent: Sent[] = [];
let page = new EventTarget();
const kept = () => new Response(null, { status: 204 });

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("fetch", (_: string, { body, keepalive }: RequestInit) => {
    return new Promise((answer) => sent.push({ choice: JSON.parse(String(body)), keepalive, answer }));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  sent.length = 0;
});

const untilSent = (count: number) => vi.waitFor(() => expect(sent).toHaveLength(count));

test("choices go one after another, so that the last one is the one that is kept", async () => {
  const choices = ["DARK", "LIGHT"].map((colorScheme) => sendChoice("/api/preferences", { colorScheme }));
  await untilSent(1);
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

test("whoever leaves takes nothing back: what waits goes at once, in its order, and outlives the page", async () => {
  const choices = ["ja", "en", "ja"].map((locale) => sendChoice("/api/preferences", { locale }));
  await untilSent(1);
  page.dispatchEvent(new Event("pagehide"));
  await untilSent(3);
  expect(sent.map(({ choice }) => choice)).toEqual([{ locale: "ja" }, { locale: "en" }, { locale: "ja" }]);
  expect(sent.every(({ keepalive }) => keepalive)).toBe(true);
  for (const { answer } of sent) answer(kept());
  await Promise.all(choices);
});

test("a refusal is the answer, and holds up nothing that comes after it", async () => {
  const refused = sendChoice("/api/preferences", { timeZone: "Nowhere" });
  const next = sendChoice("/api/preferences", { locale: "ja" });
  await untilSent(1);
  const refusal = { ok: false, code: "invalid", fields: { timeZone: "invalid" } };
  sent[0]?.answer(Response.json(refusal, { status: 422 }));
  expect(await refused).toEqual(refusal);
  await untilSent(2);
  sent[1]?.answer(new Response("<html>", { status: 502 }));
  expect(await next).toEqual({ ok: false, code: "offline" });
});
