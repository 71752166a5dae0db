"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useLive } from "#components/live/live-provider.tsx";
import { request } from "#components/live/live-request.ts";
import { useCatchUp, useLiveEvent } from "#components/live/use-live-event.ts";
import { createPresenceStore } from "./presence-store.ts";

const PresenceContext = createContext<ReturnType<typeof createPresenceStore> | null>(null);

/** Asks the sidecar who is here, once for all parts of the page. */
export function PresenceProvider({ children }: { children: ReactNode }) {
  const { socket, status } = useLive();
  const [store] = useState(() =>
    createPresenceStore((memberIds) =>
      request(socket, () => socket.emitWithAck("presence:watch", { memberIds })),
    ),
  );
  useEffect(() => store.close, [store]);
  useEffect(() => {
    if (status !== "online") store.forget();
  }, [status, store]);
  useCatchUp(store.ask);
  useLiveEvent("presence", ({ memberId, online }) => store.told(memberId, online));
  return <PresenceContext value={store}>{children}</PresenceContext>;
}

/** Those of these members who are here now and let it be known; nobody without a connection. */
export function usePresence(memberIds: readonly string[]): ReadonlySet<string> {
  const store = useContext(PresenceContext);
  if (!store) throw new Error("usePresence() is called outside of a PresenceProvider");
  const key = memberIds.join(" ");
  const wanted = useMemo(() => key.split(" ").filter(Boolean), [key]);
  const online = useSyncExternalStore(store.subscribe, store.online, store.online);
  useEffect(() => store.add(wanted), [store, wanted]);
  return useMemo(() => new Set(wanted.filter((memberId) => online.has(memberId))), [wanted, online]);
}
