import { expect, test } from "vitest";
import { realtimeUrlFor } from "#components/live/realtime-url.ts";

test.each([
  ["http://localhost:3001", "localhost", "http://localhost:3001"],
  ["http://localhost:3001", "127.0.0.1", "http://127.0.0.1:3001"],
  ["http://127.0.0.1:3001", "localhost", "http://localhost:3001"],
  ["https://live.example.com", "okaeri.example.com", "https://live.example.com"],
])("%s on a page of %s", (setting, page, expected) => {
  expect(realtimeUrlFor(setting, page)).toBe(expected);
});
