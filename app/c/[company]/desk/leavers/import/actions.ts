"use server";

import { changingAction, viewerAction } from "#lib/auth/actions.ts";
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
export const mapImportAction = changingAction(mapImportSchema, mapImport);
export const decideRowsAction = changingAction(decideRowsSchema, decideRows);
export const fixRowAction = changingAction(fixRowSchema, fixRow);
export const applyImportAction = changingAction(applyImportSchema, applyImport);
export const cancelImportAction = changingAction(namedImportSchema, cancelImport);
export const undoImportAction = changingAction(namedImportSchema, undoImport);
