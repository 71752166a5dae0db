"use client";

import type { writeSectionAction } from "#app/c/[company]/profile/actions.ts";
import type { Send } from "#components/drafts/use-drafted-form.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { requestAction } from "#components/live/live-request.ts";
import type { Sections } from "#lib/people/input.ts";
import { useOwn } from "./own-context.ts";

type WrittenInput = Parameters<typeof writeSectionAction>[1];

/** What sends a section: `write` says what it is to the server, `pick` which one of the answer it is. */
export function useSend<Values>(
  write: (before: Values, after: Values) => WrittenInput,
  pick: (now: Sections) => Values,
): Send<Values> {
  const own = useOwn();
  const { socket } = useLive();
  return async (before, after) => {
    const answer = await requestAction(socket, () => own.write(own.company, write(before, after)));
    if (!answer.ok) return answer;
    const { written, now } = answer.data;
    return { ok: true, data: { written, now: pick(now) } };
  };
}
