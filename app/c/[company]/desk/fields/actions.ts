"use server";

import { refresh } from "next/cache";
import type { z } from "zod";
import { viewerAction } from "#lib/auth/actions.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import {
  addField,
  countAnswers,
  deleteField,
  moveField,
  retireField,
  writeField,
} from "#lib/people/desk-fields.ts";
import {
  addedFieldSchema,
  movedFieldSchema,
  namedFieldSchema,
  retiredFieldSchema,
  writtenFieldSchema,
} from "#lib/people/field-input.ts";

export const addFieldAction = changing(addedFieldSchema, addField);
export const writeFieldAction = changing(writtenFieldSchema, writeField);
export const moveFieldAction = changing(movedFieldSchema, moveField);
export const retireFieldAction = changing(retiredFieldSchema, retireField);
export const deleteFieldAction = changing(namedFieldSchema, deleteField);
export const countAnswersAction = viewerAction(namedFieldSchema, countAnswers);

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
