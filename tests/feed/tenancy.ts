import { countNewLines, listFeed } from "#lib/feed/lines.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = () => ({
  calls: {
    "lines#listFeed": (viewer) => listFeed(viewer, feedLoaders, undefined),
    "lines#countNewLines": (viewer) => countNewLines(viewer, undefined),
  },
  ownAnswers: ["lines#listFeed", "lines#countNewLines"],
  withoutViewer: ["events#recordFeedEvent"],
  tables: {
    feed_events: null,
  },
});
