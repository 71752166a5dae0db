import { beforeAll, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { listFilterChoices } from "#lib/people/filter-choices.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
const everybody = directoryQuerySchema.parse({});
let sakura: Viewer;
beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
});

const valuesOf = async (...question: [dimension: "area" | "open" | "department", typed: string]) => {
  const { choices } = await listFilterChoices(sakura, everybody, ...question);
  return choices.map(({ value }) => value);
};

it("a prefecture is found by either of its names, though a code is kept", async () => {
  expect(await valuesOf("area", "東京")).toEqual(["13"]);
  expect(await valuesOf("area", "ＴＯＫＹＯ")).toEqual(["13"]);
  // Not by the code itself.
  expect(await valuesOf("area", "13")).toEqual([]);
});

it("purposes are few, and all there are come whatever was typed; departments hold what was typed", async () => {
  expect(await valuesOf("open", "相談")).toEqual(await valuesOf("open", ""));
  for (const department of await valuesOf("department", "営業")) expect(department).toContain("営業");
});
