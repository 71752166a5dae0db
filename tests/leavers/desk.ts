import { beforeEach } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

type Leaver = Record<string, unknown> & { number: string | null; family_name: string };

/** Aoba's desk, where HR has no leavers and no imports yet as each test begins. */
export function openDesk() {
  const database = openTestDatabase();
  const desk = {
    database,
    yuki: {} as Viewer,
    /** All leavers there are, their days as text. */
    leavers: () =>
      database.asOwner<Leaver>(
        "SELECT l.*, joined_on::text, left_on::text FROM leavers l ORDER BY number, family_name",
      ),
    numbered: async (number: string): Promise<Leaver> => {
      const found = (await desk.leavers()).find((one) => one.number === number);
      if (!found) throw new Error(`no leaver has ${number}`);
      return found;
    },
  };
  beforeEach(async () => {
    for (const table of ["leavers", "leaver_imports", "leaver_mappings", "long_work", "rate_limits"])
      await database.asOwner(`DELETE FROM ${table}`);
    await database.asOwner(
      "UPDATE companies SET mail_domains = '{aoba-chemical.example}' WHERE slug = 'aoba'",
    );
    desk.yuki = await viewerOf(database, "yuki", "aoba");
  });
  return desk;
}

/** A table of leavers: a row for each, by these headings. */
export function table(...rows: string[]): string {
  return ["社員番号,姓,名,姓カナ,名カナ,入社年月日,退職年月日,部署,個人メールアドレス", ...rows]
    .join("\n")
    .concat("\n");
}
