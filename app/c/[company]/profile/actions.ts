"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { noteLook } from "#app/c/[company]/note-look.ts";
import { noteFinds } from "#lib/audit/noting.ts";
import { viewerAction } from "#lib/auth/actions.ts";
import { askedCorrectionSchema, takenBackSchema } from "#lib/people/correction-input.ts";
import { askCorrection, takeBackCorrection } from "#lib/people/corrections.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { wordsSchema, writtenSchema } from "#lib/people/input.ts";
import { writeSection } from "#lib/people/own-profile.ts";
import { removePhoto, restorePhoto } from "#lib/people/photos.ts";
import { findContacts } from "#lib/people/rehire-contacts.ts";
import { putOffSuggestions } from "#lib/people/reminders.ts";

export const writeSectionAction = viewerAction(writtenSchema, async (viewer, written) => {
  const result = await writeSection(viewer, written);
  // The frame shows the name and the seal too.
  refresh();
  return result;
});

export const removePhotoAction = viewerAction(z.object({}), async (viewer) => {
  const photoId = await removePhoto(viewer);
  refresh();
  return photoId;
});

export const restorePhotoAction = viewerAction(
  z.object({ photoId: z.uuid() }),
  async (viewer, { photoId }) => {
    await restorePhoto(viewer, photoId);
    refresh();
  },
);

export const askCorrectionAction = viewerAction(askedCorrectionSchema, async (viewer, asked) => {
  await askCorrection(viewer, asked);
  refresh();
});

export const takeBackCorrectionAction = viewerAction(takenBackSchema, async (viewer, taken) => {
  // HR may have decided meanwhile: the page says so.
  refresh();
  await takeBackCorrection(viewer, taken);
});
export const findContactsAction = viewerAction(wordsSchema, async (viewer, { q }) => {
  const found = await findContacts(viewer, { q });
  const memberIds = found.people.map(({ memberId }) => memberId);
  if (memberIds.length > 0)
    noteLook(viewer, () => noteFinds(viewer, directoryQuerySchema.parse({ q }), memberIds));
  return found;
});

export const putOffSuggestionsAction = viewerAction(z.object({}), (viewer) => putOffSuggestions(viewer));
