import { findTakeout, openTakeout, startTakeout } from "#lib/takeout/takeouts.ts";
import { viewerOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";
import { makeOne } from "./made.ts";

export const tenancy: TenancyOf = (database) => {
  let fileId = "";
  return {
    prepare: async () => {
      fileId = await makeOne(await viewerOf(database, "sakura", "aoba"));
    },
    calls: {
      "takeouts#findTakeout": (viewer) => findTakeout(viewer),
      "takeouts#openTakeout": async (viewer) => (await openTakeout(viewer, fileId)).body.cancel(),
      "takeouts#startTakeout": (viewer) => startTakeout(viewer),
    },
    ownAnswers: ["takeouts#findTakeout", "takeouts#startTakeout"],
    withoutViewer: [
      "bulk#readBulk",
      "collecting#collect",
      "packing#pack",
      "part#wholePart",
      "places#placeOf",
      "places#standing",
      "readme#writeReadme",
    ],
    tables: {
      takeouts: `WITH file AS (INSERT INTO files (company_id, id, domain, uploader_id, name, type, size, given_at)
          SELECT company_id, gen_random_uuid(), 'TAKEOUT', id, 'x', 'application/zip', 1, now() FROM members LIMIT 1 RETURNING *)
        INSERT INTO takeouts (company_id, member_id, file_id, size, expires_at)
          SELECT company_id, uploader_id, id, 1, now() + interval '1 day' FROM file`,
    },
    routes: {
      "api/c/[company]/takeout/[fileId]/route.ts#GET": async (company) => {
        const { GET } = await import("#app/api/c/[company]/takeout/[fileId]/route.ts");
        return GET(new Request("http://localhost/"), { params: Promise.resolve({ company, fileId }) });
      },
    },
  };
};
