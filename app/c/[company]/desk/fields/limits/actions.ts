"use server";

import { refresh } from "next/cache";
import { viewerAction } from "#lib/auth/actions.ts";
import { countedLimitSchema, saidLimitSchema } from "#lib/people/limit-input.ts";
import { countWider, writeLimit } from "#lib/people/limits.ts";

export const countWiderAction = viewerAction(countedLimitSchema, countWider);

/** The page shows what holds then, also where somebody else was first. */
export const writeLimitAction = viewerAction(saidLimitSchema, (viewer, input) => {
  refresh();
  return writeLimit(viewer, input);
});
