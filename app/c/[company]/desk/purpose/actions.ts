"use server";

import { refresh } from "next/cache";
import { viewerAction } from "#lib/auth/actions.ts";
import { countExpiring, keepLeavers } from "#lib/leavers/keeping.ts";
import { keepingSchema, writtenPurposeSchema } from "#lib/leavers/purpose-input.ts";
import { writePurpose } from "#lib/leavers/purposes.ts";

export const writePurposeAction = viewerAction(writtenPurposeSchema, (viewer, input) => {
  refresh();
  return writePurpose(viewer, input);
});
export const countExpiringAction = viewerAction(keepingSchema, countExpiring);
export const keepLeaversAction = viewerAction(keepingSchema, (viewer, input) => {
  refresh();
  return keepLeavers(viewer, input);
});
