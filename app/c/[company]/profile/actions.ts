"use server";

import { refresh } from "next/cache";
import { viewerAction } from "#lib/auth/actions.ts";
import { writtenSchema } from "#lib/people/input.ts";
import { writeSection } from "#lib/people/own-profile.ts";

export const writeSectionAction = viewerAction(writtenSchema, async (viewer, written) => {
  const result = await writeSection(viewer, written);
  // The frame shows the name and the seal too.
  refresh();
  return result;
});
