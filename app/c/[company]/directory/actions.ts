"use server";

import { viewerAction } from "#lib/auth/actions.ts";
import { removedSearchSchema, renamedSearchSchema, savedSearchSchema } from "#lib/people/input.ts";
import { removeSavedSearch, renameSavedSearch, saveSearch } from "#lib/people/saved-searches.ts";

export const saveSearchAction = viewerAction(savedSearchSchema, saveSearch);
export const renameSearchAction = viewerAction(renamedSearchSchema, renameSavedSearch);
export const removeSearchAction = viewerAction(removedSearchSchema, removeSavedSearch);
