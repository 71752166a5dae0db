"use client";

import type { FormEvent, ReactNode } from "react";
import { useLive } from "./live-provider.tsx";
import { canNavigate } from "./use-stay-offline.ts";

type LeaveFormProps = { action: () => Promise<void>; className?: string; children: ReactNode };

/** A form that signs out. It hangs up first: hearing that the session has ended would load this page again, on its way out. */
export function LeaveForm({ action, className, children }: LeaveFormProps) {
  const { socket } = useLive();
  function leave(event: FormEvent) {
    if (canNavigate()) socket.disconnect();
    else event.preventDefault();
  }
  return (
    <form action={action} onSubmit={leave} className={className}>
      {children}
    </form>
  );
}
