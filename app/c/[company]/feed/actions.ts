"use server";

import { viewerAction } from "#lib/auth/actions.ts";
import { countNewLines } from "#lib/feed/lines.ts";
import { newLinesSchema } from "#lib/feed/schema.ts";

export const countNewLinesAction = viewerAction(newLinesSchema, (viewer, { after }) =>
  countNewLines(viewer, after),
);
