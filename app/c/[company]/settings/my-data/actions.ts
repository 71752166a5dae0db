"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { listLooks } from "#lib/audit/looks.ts";
import { looksSchema } from "#lib/audit/schema.ts";
import { viewerAction } from "#lib/auth/actions.ts";
import { leaveCompany } from "#lib/leaving/leaving.ts";

export const listLooksAction = viewerAction(looksSchema, listLooks);

/** Leaves the company's network, and leads to where one belongs still. */
export const leaveNetworkAction = viewerAction(z.object({}), async (viewer) => {
  await leaveCompany(viewer);
  redirect("/companies?left");
});
