"use server";

import { changingAction, viewerAction } from "#lib/auth/actions.ts";
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

export const addFieldAction = changingAction(addedFieldSchema, addField);
export const writeFieldAction = changingAction(writtenFieldSchema, writeField);
export const moveFieldAction = changingAction(movedFieldSchema, moveField);
export const retireFieldAction = changingAction(retiredFieldSchema, retireField);
export const deleteFieldAction = changingAction(namedFieldSchema, deleteField);
export const countAnswersAction = viewerAction(namedFieldSchema, countAnswers);
