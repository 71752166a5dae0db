"use server";

import { changingAction, viewerAction } from "#lib/auth/actions.ts";
import { countExpiring, keepLeavers } from "#lib/leavers/keeping.ts";
import { keepingSchema, writtenPurposeSchema } from "#lib/leavers/purpose-input.ts";
import { writePurpose } from "#lib/leavers/purposes.ts";

export const writePurposeAction = changingAction(writtenPurposeSchema, writePurpose);
export const countExpiringAction = viewerAction(keepingSchema, countExpiring);
export const keepLeaversAction = changingAction(keepingSchema, keepLeavers);
