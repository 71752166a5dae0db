"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { announceEntering } from "#app/(public)/entering.ts";
import { viewerAction } from "#lib/auth/actions.ts";
import { slugSchema } from "#lib/companies/schema.ts";
import { homeHref } from "#lib/hrefs.ts";
import { endWelcome } from "#lib/joining/joining.ts";

const endSchema = z.object({ slug: slugSchema, listed: z.boolean() });

/** Once it is over, the first page opens under a lifting noren. */
export const endWelcomeAction = viewerAction(endSchema, async (viewer, { slug, listed }) => {
  await endWelcome(viewer, { listed });
  await announceEntering();
  redirect(homeHref(slug));
});
