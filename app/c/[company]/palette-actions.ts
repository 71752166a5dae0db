"use server";

import { viewerAction } from "#lib/auth/actions.ts";
import { listLatestThreads } from "#lib/chat/thread-list.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/schema.ts";

const maxPeople = 8;

/** The people whom these words find, the viewer's conversations with them and groups of that name; for no words, the latest conversations. */
export const findInCompanyAction = viewerAction(
  directoryQuerySchema.pick({ q: true }),
  async (viewer, { q }) => {
    if (q === "") return { people: [], total: 0, atLeast: false, threads: await listLatestThreads(viewer) };
    const { people, total, atLeast } = await listDirectory(viewer, { q });
    const memberIds = people.map(({ memberId }) => memberId);
    return {
      people: people.slice(0, maxPeople),
      total,
      atLeast,
      threads: await listLatestThreads(viewer, { memberIds, name: q }),
    };
  },
);
