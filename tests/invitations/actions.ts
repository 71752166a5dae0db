import type { Actions } from "#tests/e2e/action-calls.ts";

/** No leaver has this id. */
const leaverId = "00000000-0000-4000-8000-000000000000";
const of = { ids: [leaverId] };
const list = "desk/leavers";
const texts = "desk/invitations/text";
const sender = { name: "人事部", postalAddress: "東京都", contact: "a@example.com" };

export const actions: Actions = {
  // As HR may; who only is a member is refused.
  once: {
    countInvitableAction: () => ({ path: list, args: ["aoba", { of }] }),
    inviteLeaversAction: () => ({ path: list, args: ["aoba", { of, locale: "ja", count: 1 }] }),
    resendInvitationAction: () => ({ path: list, args: ["aoba", { leaverId, locale: "ja" }] }),
    revokeInvitationsAction: () => ({ path: list, args: ["aoba", { of }] }),
    previewInvitationAction: () => ({
      path: texts,
      args: ["aoba", { of, locale: "ja", words: null }],
    }),
    writeInvitationTextAction: () => ({
      path: texts,
      args: ["aoba", { locale: "ja", before: null, after: { subject: "件名", body: "本文" } }],
    }),
    writeSenderAction: () => ({ path: texts, args: ["aoba", { before: null, after: sender }] }),
  },
};
