"use server";

import { noteLook } from "#app/c/[company]/note-look.ts";
import { noteFinds } from "#lib/audit/noting.ts";
import { viewerAction } from "#lib/auth/actions.ts";
import { findPeople } from "#lib/chat/people.ts";
import { listLatestThreads } from "#lib/chat/thread-list.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";

/** The people whom these words find, the viewer's conversations with them and groups of that name; for no words, the latest conversations. */
export const findInCompanyAction = viewerAction(
  directoryQuerySchema.pick({ q: true }),
  async (viewer, { q }) => {
    if (q === "") return { people: [], total: 0, atLeast: false, threads: await listLatestThreads(viewer) };
    const found = await findPeople(viewer, q);
    const memberIds = found.people.map(({ memberId }) => memberId);
    if (memberIds.length > 0)
      noteLook(viewer, () => noteFinds(viewer, directoryQuerySchema.parse({ q }), memberIds));
    return {
      ...found,
      threads: await listLatestThreads(viewer, { memberIds, name: q }),
    };
  },
);
