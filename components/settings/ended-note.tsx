"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type Failure, requestByHttp } from "#components/live/live-request.ts";
import { Banner } from "#components/ui/banner.tsx";

/** How often something of a list was ended, and why the last attempt was refused. */
export type EndState = { ended: number; refusal: Failure | null };
export type EndAction = (state: EndState, form: FormData) => Promise<EndState>;

export const nothingEnded: EndState = { ended: 0, refusal: null };

/** `end`, which says so where nobody answers. */
export function answered(end: EndAction): EndAction {
  return async (state, form) => {
    const answer = await requestByHttp(async () => ({ ok: true as const, data: await end(state, form) }));
    return answer.ok ? answer.data : { ...state, refusal: answer };
  };
}

/** Says what became of it, and takes the focus: the button that was pressed is gone with its line. */
export function EndedNote({ state: { ended, refusal }, children }: { state: EndState; children: ReactNode }) {
  const describe = useRefusalText();
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ended > 0) said.current?.focus();
  }, [ended]);
  return (
    <div ref={said} tabIndex={-1} className="outline-none empty:hidden">
      {refusal ? (
        <Banner tone="wrong">{describe(refusal)}</Banner>
      ) : (
        ended > 0 && <Banner tone="fine">{children}</Banner>
      )}
    </div>
  );
}
