"use server";

import { viewerAction } from "#lib/auth/actions.ts";
import { applyImport, undoImport } from "#lib/leavers/applying.ts";
import { decideRows, fixRow } from "#lib/leavers/import-rows.ts";
import { cancelImport, mapImport, startImport } from "#lib/leavers/imports.ts";
import {
  applyImportSchema,
  decideRowsSchema,
  fixRowSchema,
  mapImportSchema,
  namedImportSchema,
  startImportSchema,
} from "#lib/leavers/input.ts";

export const startImportAction = viewerAction(startImportSchema, startImport);
export const mapImportAction = viewerAction(mapImportSchema, mapImport);
export const decideRowsAction = viewerAction(decideRowsSchema, decideRows);
export const fixRowAction = viewerAction(fixRowSchema, fixRow);
export const applyImportAction = viewerAction(applyImportSchema, applyImport);
export const cancelImportAction = viewerAction(namedImportSchema, cancelImport);
export const undoImportAction = viewerAction(namedImportSchema, undoImport);
