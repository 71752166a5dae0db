"use client";

import { useEffect, useState } from "react";
import { useLive } from "./live-provider.tsx";
import { OfflineLine } from "./offline-line.tsx";
import { useStayOffline } from "./use-stay-offline.ts";

const grace = 1_500;

/** The frame's offline line for the sidecar's connection, once it has been down for longer than a blink. */
export function LiveOfflineLine() {
  const { status } = useLive();
  const tried = useStayOffline();
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (status !== "offline") return;
    const timer = setTimeout(() => setLasting(true), grace);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [status]);
  return <OfflineLine offline={lasting} tried={tried} />;
}
