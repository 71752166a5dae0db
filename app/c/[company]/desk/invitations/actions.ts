"use server";

import { readerDay } from "#app/c/[company]/desk/leavers/reader-day.ts";
import { changingAction, viewerAction } from "#lib/auth/actions.ts";
import {
  countedInvitationsSchema,
  previewedInvitationSchema,
  resentInvitationSchema,
  sentInvitationsSchema,
  writtenInvitationTextSchema,
  writtenSenderSchema,
} from "#lib/invitations/input.ts";
import {
  countInvitable,
  inviteLeavers,
  resendInvitation,
  revokeInvitations,
} from "#lib/invitations/inviting.ts";
import { previewInvitation } from "#lib/invitations/preview.ts";
import { writeInvitationText, writeSender } from "#lib/invitations/texts.ts";

export const countInvitableAction = viewerAction(countedInvitationsSchema, (viewer, input, account) =>
  countInvitable(viewer, input, readerDay(account)),
);
export const inviteLeaversAction = changingAction(sentInvitationsSchema, (viewer, input, account) =>
  inviteLeavers(viewer, input, readerDay(account)),
);
export const resendInvitationAction = changingAction(resentInvitationSchema, resendInvitation);
export const revokeInvitationsAction = changingAction(countedInvitationsSchema, (viewer, input, account) =>
  revokeInvitations(viewer, input, readerDay(account)),
);
export const previewInvitationAction = viewerAction(previewedInvitationSchema, (viewer, input, account) =>
  previewInvitation(viewer, input, readerDay(account)),
);
export const writeInvitationTextAction = changingAction(writtenInvitationTextSchema, writeInvitationText);
export const writeSenderAction = changingAction(writtenSenderSchema, writeSender);
