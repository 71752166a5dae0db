"use client";

import { useEffect } from "react";

type InvitationOpenedProps = { token: string; note: (input: { token: string }) => Promise<unknown> };

/** Tells that somebody has the page before them, which fetching it does not. */
export function InvitationOpened({ token, note }: InvitationOpenedProps) {
  useEffect(() => {
    // Whether HR learns of it is nothing that whoever reads the page has to wait for or hear of.
    const tell = () => void note({ token }).catch(() => {});
    if (document.visibilityState === "visible") return tell();
    document.addEventListener("visibilitychange", tell, { once: true });
    return () => document.removeEventListener("visibilitychange", tell);
  }, [token, note]);
  return null;
}
