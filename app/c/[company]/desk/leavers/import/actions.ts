"use server";

import { refresh } from "next/cache";
import type { z } from "zod";
import { viewerAction } from "#lib/auth/actions.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { applyImport, undoImport } from "#lib/leavers/imports/applying.ts";
import { cancelImport, mapImport, startImport } from "#lib/leavers/imports/imports.ts";
import { decideRows, fixRow } from "#lib/leavers/imports/rows.ts";
import {
  applyImportSchema,
  decideRowsSchema,
  fixRowSchema,
  mapImportSchema,
  namedImportSchema,
  startImportSchema,
} from "#lib/leavers/input.ts";

export const startImportAction = viewerAction(startImportSchema, startImport);
export const mapImportAction = changing(mapImportSchema, mapImport);
export const decideRowsAction = changing(decideRowsSchema, decideRows);
export const fixRowAction = changing(fixRowSchema, fixRow);
export const applyImportAction = changing(applyImportSchema, applyImport);
export const cancelImportAction = changing(namedImportSchema, cancelImport);
export const undoImportAction = changing(namedImportSchema, undoImport);

/** The page shows what stands then, also where somebody else was first. */
function changing<Schema extends z.ZodType, T>(
  schema: Schema,
  command: (viewer: Viewer, input: z.output<Schema>) => Promise<T>,
) {
  return viewerAction(schema, (viewer, input) => {
    refresh();
    return command(viewer, input);
  });
}
