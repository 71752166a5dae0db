"use client";

import { createContext, useContext } from "react";
import type * as rowActions from "#app/c/[company]/desk/leavers/import/[importId]/actions.ts";
import type * as importActions from "#app/c/[company]/desk/leavers/import/actions.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { type Answer, requestAction } from "#components/live/live-request.ts";
import type { ImportDetail } from "#lib/leavers/schema.ts";
import type { ActionResult } from "#lib/results.ts";

export type ImportActions = typeof importActions & typeof rowActions;
type Shown = {
  company: string;
  detail: ImportDetail;
  actions: ImportActions;
  /** For the ear: what was done. */
  onSaid: (words: string) => void;
};

export const ImportContext = createContext<Shown | null>(null);

/** The import that is shown, and how something is asked about it. Only below LeaverImport. */
export function useImport() {
  const shown = useContext(ImportContext);
  const { socket } = useLive();
  if (!shown) throw new Error("useImport() is called outside of LeaverImport");
  const { company, detail } = shown;
  return {
    ...shown,
    ask<Input extends object, T>(
      act: (slug: string, input: Input & { importId: string }) => Promise<ActionResult<T>>,
      input: Input,
    ): Promise<Answer<T>> {
      return requestAction(socket, () => act(company, { ...input, importId: detail.id }));
    },
  };
}
