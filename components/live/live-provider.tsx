"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { createLateSocket } from "./late-socket.ts";
import { notFound, type PageSocket } from "./live-socket.ts";

type LiveStatus = "connecting" | "online" | "offline";

type Live = { socket: PageSocket; status: LiveStatus };

const LiveContext = createContext<Live | null>(null);

type LiveProviderProps = { url: string; company: string; children: ReactNode };

/** Keeps the one connection of a company's pages. `url` is the setting's; `company` the slug. Give it a key of the company. */
export function LiveProvider({ url, company, children }: LiveProviderProps) {
  const [{ socket, keepConnected }] = useState(() =>
    createLateSocket(async () => (await import("./connect-socket.ts")).createSocket(url, company)),
  );
  const [status, setStatus] = useState<LiveStatus>("connecting");

  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    let admitted = false;
    const goOnline = () => {
      admitted = true;
      setStatus("online");
    };
    const goOffline = () => setStatus("offline");
    const refuse = (error: Error) => {
      goOffline();
      // Only after a first admission: otherwise a page that was never admitted would reload for ever.
      if (admitted && error.message === notFound) leave();
    };
    // The page that signs out is redirected; every other page of the session has to reload to get there.
    const leave = () => {
      socket.disconnect();
      leaving ??= setTimeout(() => location.reload(), 1_000);
    };
    socket.on("connect", goOnline);
    socket.on("disconnect", goOffline);
    socket.on("connect_error", refuse);
    socket.on("ended", leave);
    const disconnect = keepConnected();
    return () => {
      clearTimeout(leaving);
      disconnect();
      socket.off("connect", goOnline);
      socket.off("disconnect", goOffline);
      socket.off("connect_error", refuse);
      socket.off("ended", leave);
    };
  }, [socket, keepConnected]);

  return <LiveContext value={{ socket, status }}>{children}</LiveContext>;
}

/** The connection of this page and how it is. Only below a LiveProvider. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive() is called outside of a LiveProvider");
  return live;
}
