import { countNewLines, listFeed } from "#lib/feed/lines.ts";
import { giveOkaeri, listGivers, markLooked, readOkaeri } from "#lib/feed/reactions.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { memberIdOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = (database) => {
  let lineId = "";

  return {
    prepare: async () => {
      const memberId = await memberIdOf(database, "kosaku", "aoba");
      const lines = await database.asOwner<{ id: string }>(
        "SELECT id FROM feed_events WHERE member_id = $1 AND kind = 'JOINED'",
        [memberId],
      );
      lineId = lines[0]?.id ?? "";
    },
    calls: {
      "lines#listFeed": (viewer) => listFeed(viewer, feedLoaders, undefined),
      "lines#countNewLines": (viewer) => countNewLines(viewer, undefined),
      "reactions#giveOkaeri": (viewer) => giveOkaeri(viewer, lineId, true),
      "reactions#readOkaeri": (viewer) => readOkaeri(viewer, { lineIds: [lineId] }),
      "reactions#listGivers": (viewer) => listGivers(viewer, { lineId }),
      "reactions#markLooked": markLooked,
    },
    // Of another company's line nothing is known, as if nobody had answered it.
    ownAnswers: [
      "lines#listFeed",
      "lines#countNewLines",
      "reactions#readOkaeri",
      "reactions#listGivers",
      "reactions#markLooked",
    ],
    routes: {
      "api/c/[company]/feed/[lineId]/okaeri/route.ts#POST": async (company) => {
        const { POST } = await import("#app/api/c/[company]/feed/[lineId]/okaeri/route.ts");
        return POST(
          new Request("http://localhost/", { method: "POST", body: JSON.stringify({ given: true }) }),
          {
            params: Promise.resolve({ company, lineId }),
          },
        );
      },
    },
    withoutViewer: [
      "changed-lines#loadChangedLines",
      "events#recordFeedEvent",
      "reactions#loadOkaeri",
      "readers#findReaders",
    ],
    tables: {
      feed_events: null,
      feed_reactions: null,
      feed_marks: "INSERT INTO feed_marks (company_id, member_id) SELECT company_id, id FROM members LIMIT 1",
    },
  };
};
