"use server";

import { viewerAction } from "#lib/auth/actions.ts";
import { countNewLines } from "#lib/feed/lines.ts";
import { listGivers, markLooked, readOkaeri } from "#lib/feed/reactions.ts";
import { giversSchema, linesSchema, newLinesSchema, nothingSchema } from "#lib/feed/schema.ts";
import { answeredSchema } from "#lib/people/input.ts";
import { answerEmployer } from "#lib/people/reminders.ts";

export const countNewLinesAction = viewerAction(newLinesSchema, (viewer, { after }) =>
  countNewLines(viewer, after),
);

export const readOkaeriAction = viewerAction(linesSchema, readOkaeri);

export const listGiversAction = viewerAction(giversSchema, listGivers);

export const markLookedAction = viewerAction(nothingSchema, (viewer) => markLooked(viewer));

export const answerEmployerAction = viewerAction(answeredSchema, answerEmployer);
