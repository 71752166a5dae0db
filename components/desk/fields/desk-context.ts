"use client";

import { createContext, useContext } from "react";
import type * as fieldActions from "#app/c/[company]/desk/fields/actions.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { type Answer, requestAction } from "#components/live/live-request.ts";
import type { ActionResult } from "#lib/results.ts";

export type FieldActions = typeof fieldActions;
type Desk = { company: string; actions: FieldActions };

export const DeskContext = createContext<Desk | null>(null);

/** What HR does with the fields, and how it is asked for. Only below CompanyFields. */
export function useDesk(): FieldActions & {
  ask: <Input, T>(
    act: (slug: string, input: Input) => Promise<ActionResult<T>>,
    input: Input,
  ) => Promise<Answer<T>>;
} {
  const desk = useContext(DeskContext);
  const { socket } = useLive();
  if (!desk) throw new Error("useDesk() is called outside of CompanyFields");
  return { ...desk.actions, ask: (act, input) => requestAction(socket, () => act(desk.company, input)) };
}
