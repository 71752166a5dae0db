"use client";

import { createContext, type RefObject, useContext } from "react";
import type * as fieldActions from "#app/c/[company]/desk/fields/actions.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { type Answer, requestAction } from "#components/live/live-request.ts";
import type { ActionResult } from "#lib/results.ts";

export type FieldActions = typeof fieldActions;
type Told = {
  /** For the ear. */
  onSaid: (words: string) => void;
  /** The field goes from where it stands, and the focus from it. */
  onLeft: (words: string) => void;
  /** Somebody else was first with the field of this name, and its row may go. */
  onGone: (name: string) => void;
  /** Around all of them: has the focus when a row is gone. */
  box: RefObject<HTMLElement | null>;
};
type Desk = Told & { company: string; memberId: string; actions: FieldActions };

export const DeskContext = createContext<Desk | null>(null);

/** What HR does with the fields, and how it is asked for. Only below CompanyFields. */
export function useDesk(): FieldActions &
  Told & {
    memberId: string;
    ask: <Input, T>(
      act: (slug: string, input: Input) => Promise<ActionResult<T>>,
      input: Input,
    ) => Promise<Answer<T>>;
  } {
  const desk = useContext(DeskContext);
  const { socket } = useLive();
  if (!desk) throw new Error("useDesk() is called outside of CompanyFields");
  const { company, actions, ...told } = desk;
  return { ...actions, ...told, ask: (act, input) => requestAction(socket, () => act(company, input)) };
}
