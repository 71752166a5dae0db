"use server";

import { refresh } from "next/cache";
import { viewerAction } from "#lib/auth/actions.ts";
import { decidedCorrectionSchema } from "#lib/people/correction-input.ts";
import { decideCorrection } from "#lib/people/decisions.ts";

export const decideCorrectionAction = viewerAction(decidedCorrectionSchema, async (viewer, decided) => {
  const outcome = await decideCorrection(viewer, decided);
  refresh();
  return outcome;
});
