"use server";

import type { z } from "zod";
import { changingAction } from "#lib/auth/actions.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import {
  addedLeaverSchema,
  erasedLeaversSchema,
  groundedLeaversSchema,
  mergedLeaversSchema,
  restoredGroundsSchema,
  taggedLeaversSchema,
  writtenLeaverSchema,
} from "#lib/leavers/record-input.ts";
import { eraseLeavers, groundLeavers, restoreGrounds, tagLeavers } from "#lib/leavers/selection.ts";
import { addLeaver, mergeLeavers, writeLeaver } from "#lib/leavers/writing.ts";
import { readerDay } from "./reader-day.ts";

export const addLeaverAction = changing(addedLeaverSchema, addLeaver);
export const writeLeaverAction = changing(writtenLeaverSchema, writeLeaver);
export const mergeLeaversAction = changing(mergedLeaversSchema, mergeLeavers);
export const tagLeaversAction = changing(taggedLeaversSchema, tagLeavers);
export const groundLeaversAction = changing(groundedLeaversSchema, groundLeavers);
export const restoreGroundsAction = changing(restoredGroundsSchema, restoreGrounds);
export const eraseLeaversAction = changing(erasedLeaversSchema, eraseLeavers);

/** What day it is depends on who asks. */
function changing<Schema extends z.ZodType, T>(
  schema: Schema,
  command: (viewer: Viewer, input: z.output<Schema>, today: string) => Promise<T>,
) {
  return changingAction(schema, (viewer, input, account) => command(viewer, input, readerDay(account)));
}
