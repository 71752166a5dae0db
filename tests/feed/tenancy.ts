import { countNewLines, listFeed } from "#lib/feed/lines.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = () => ({
  calls: {
    "lines#listFeed": (viewer) => listFeed(viewer, undefined),
    "lines#countNewLines": (viewer) => countNewLines(viewer, undefined),
  },
  ownAnswers: ["lines#listFeed", "lines#countNewLines"],
  withoutViewer: ["events#recordFeedEvent"],
  tables: {
    feed_events: null,
  },
});
