"use client";

import type { ReactNode } from "react";
import { useLive } from "./live-provider.tsx";

type LeaveFormProps = { action: () => Promise<void>; className?: string; children: ReactNode };

/** A form that signs out. It hangs up first: hearing that the session has ended would load this page anew, on its way out. */
export function LeaveForm({ action, className, children }: LeaveFormProps) {
  const { socket } = useLive();
  return (
    <form action={action} onSubmit={() => socket.disconnect()} className={className}>
      {children}
    </form>
  );
}
