"use server";

import { viewerAction } from "#lib/auth/actions.ts";
import {
  removedSearchSchema,
  renamedSearchSchema,
  savedSearchSchema,
  watchedSearchSchema,
} from "#lib/people/input.ts";
import { removeSavedSearch, renameSavedSearch, saveSearch, watchSearch } from "#lib/people/saved-searches.ts";

export const saveSearchAction = viewerAction(savedSearchSchema, saveSearch);
export const renameSearchAction = viewerAction(renamedSearchSchema, renameSavedSearch);
export const watchSearchAction = viewerAction(watchedSearchSchema, watchSearch);
export const removeSearchAction = viewerAction(removedSearchSchema, removeSavedSearch);
