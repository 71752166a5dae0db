import { endWelcome } from "#lib/joining/joining.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = () => ({
  calls: { "joining#endWelcome": (viewer) => endWelcome(viewer, { listed: true }) },
  ownAnswers: ["joining#endWelcome"],
  withoutViewer: [
    "joining#joinNetwork",
    "links#acceptInvitation",
    "links#enterByInvitation",
    "links#findOpenedInvitation",
    "links#noteInvitationOpened",
    "links#refuseInvitation",
  ],
  tables: {},
});
