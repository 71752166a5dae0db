"use client";

import { useEffect, useState } from "react";
import type { PushSubscriptionInput } from "#lib/push/schema.ts";

/** How this browser stands: on or off; its person has forbidden it; it cannot; or it can once the app is installed (iOS). */
type PushState = "on" | "off" | "denied" | "unsupported" | "install";

export class PushFailure extends Error {
  readonly denied: boolean;
  constructor(denied: boolean, cause?: unknown) {
    super(denied ? "notifications are denied" : "no subscription", { cause });
    this.denied = denied;
  }
}

/** The browser's own word on it; `endpoint` is where the session is woken according to us. Off until the browser has answered. */
export function usePushState(endpoint: string | null) {
  const [state, setState] = useState<PushState>("off");
  useEffect(() => {
    let current = true;
    readState(endpoint).then((read) => {
      if (current) setState(read);
    });
    return () => {
      current = false;
    };
  }, [endpoint]);
  return [state, setState] as const;
}

async function readState(endpoint: string | null): Promise<PushState> {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window))
    return /iPhone|iPad/.test(navigator.userAgent) ? "install" : "unsupported";
  if (Notification.permission === "denied") return "denied";
  const registration = await navigator.serviceWorker.getRegistration("/");
  const subscription = await registration?.pushManager.getSubscription();
  return endpoint !== null && subscription?.endpoint === endpoint ? "on" : "off";
}

/** Asks the person, then the browser's push service. Throws PushFailure. */
export async function subscribe(publicKey: string): Promise<PushSubscriptionInput> {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") throw new PushFailure(permission === "denied");
  const { pushManager } = await navigator.serviceWorker.ready;
  try {
    // An earlier subscription may be bound to another key, or belong to another account.
    await (await pushManager.getSubscription())?.unsubscribe();
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
    const { endpoint, keys } = made.toJSON();
    if (!endpoint || !keys?.p256dh || !keys.auth) throw new Error("a subscription without keys");
    return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } };
  } catch (error) {
    throw new PushFailure(false, error);
  }
}

export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration("/");
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}
