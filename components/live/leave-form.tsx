"use client";

import type { FormEvent, ReactNode } from "react";
import { useLive } from "./live-provider.tsx";
import { canNavigate } from "./use-stay-offline.ts";

type LeaveFormProps = { action: () => Promise<void>; className?: string; children: ReactNode };

/** A form that signs out. It disconnects first: otherwise the end of the session would reload this page before the redirect. */
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
