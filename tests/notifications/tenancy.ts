import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = () => ({
  calls: {},
  ownAnswers: [],
  withoutViewer: [
    "digest-mail#digestMail",
    "digests#mailDueDigests",
    "pushes#sendDuePushes",
    "sources#mailInstead",
    "sources#markTold",
    "sources#queueAll",
    "stopping#stopMails",
    "stopping#stopToken",
  ],
  tables: { notifications: null },
});
