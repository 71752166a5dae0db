"use client";

import { useEffect, useEffectEvent } from "react";
import type { ServerEvents } from "#lib/live/events.ts";
import { useLive } from "./live-provider.tsx";
import { watchReturn } from "./watch-return.ts";

/** Calls the latest `handler` with each event of this name. */
export function useLiveEvent<Name extends keyof ServerEvents>(name: Name, handler: ServerEvents[Name]): void {
  const { socket } = useLive();
  const heard = useEffectEvent(handler);
  useEffect(() => {
    socket.on(wide(name), heard);
    return () => {
      socket.off(wide(name), heard);
    };
  }, [socket, name]);
}

// socket.io's types cannot check a handler against a generic event name: the caller's signature does.
function wide(name: string): string {
  return name;
}

/**
 * Calls `handler` whenever something may have been missed: on coming to the page, on every new connection, when the sidecar says so, and
 * when somebody comes back to a page that was out of sight for long.
 */
export function useCatchUp(handler: () => void): void {
  const { socket } = useLive();
  const missed = useEffectEvent(handler);
  useEffect(() => {
    const catchUp = () => missed();
    socket.on("connect", catchUp);
    socket.on("sync", catchUp);
    const unsubscribe = watchReturn(catchUp);
    if (socket.connected) catchUp();
    return () => {
      socket.off("connect", catchUp);
      socket.off("sync", catchUp);
      unsubscribe();
    };
  }, [socket]);
}

/** Calls `handler` every so many milliseconds while there is no connection to the sidecar, as behind some companies' proxies. */
export function usePolling(handler: () => void, every: number): void {
  const { status } = useLive();
  const ask = useEffectEvent(handler);
  useEffect(() => {
    if (status === "online") return;
    const timer = setInterval(() => {
      if (!document.hidden) ask();
    }, every);
    return () => clearInterval(timer);
  }, [status, every]);
}
