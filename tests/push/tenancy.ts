import type { TenancyOf } from "#tests/tenancy/lists.ts";

/** No domain: a subscription is an account's, whose session the database asks for; sending takes an address and words. */
export const tenancy: TenancyOf = () => ({
  calls: {},
  ownAnswers: [],
  withoutViewer: [
    "public-hosts#isPublicAddress",
    "public-hosts#isPublicEndpoint",
    "public-hosts#isTestService",
    "public-hosts#lookupPublic",
    "sending#sendPush",
    "subscriptions#endPushSubscription",
    "subscriptions#findPushEndpoint",
    "subscriptions#findRenewalKey",
    "subscriptions#forgetPushSubscription",
    "subscriptions#keepPushSubscription",
    "subscriptions#renewPushSubscription",
  ],
  tables: {},
});
