"use server";

import { z } from "zod";
import { viewerAction } from "#lib/auth/actions.ts";
import { listImportRows } from "#lib/leavers/imports/rows.ts";
import { rowsAskedSchema } from "#lib/leavers/rows-asked.ts";

export const listImportRowsAction = viewerAction(
  z.object({ importId: z.uuid(), asked: rowsAskedSchema }),
  (viewer, { importId, asked }) => listImportRows(viewer, importId, asked),
);
