"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { listLooks } from "#lib/audit/looks.ts";
import { looksSchema } from "#lib/audit/schema.ts";
import { viewerAction } from "#lib/auth/actions.ts";
import { leaveCompany } from "#lib/leaving/leaving.ts";
import { startTakeout } from "#lib/takeout/takeouts.ts";
import { cancelTask } from "#lib/work/tasks.ts";

export const listLooksAction = viewerAction(looksSchema, listLooks);

/** Leaves the company's network, and leads to where one belongs still. */
export const leaveNetworkAction = viewerAction(z.object({}), async (viewer) => {
  await leaveCompany(viewer);
  redirect("/companies?left");
});

export const startTakeoutAction = viewerAction(z.object({}), async (viewer) => {
  await startTakeout(viewer);
  refresh();
});

export const cancelTakeoutAction = viewerAction(
  z.object({ taskId: z.uuid() }),
  async (viewer, { taskId }) => {
    await cancelTask(viewer, taskId);
    refresh();
  },
);
