import { z } from "zod";

const base64url = (bytes: number) =>
  z.string().regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}=*$`));

/** What a browser's PushSubscription says of itself: where its push service listens, and the keys that only the browser reads with. */
export const pushSubscriptionSchema = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(2000),
  keys: z.object({ p256dh: base64url(65), auth: base64url(16) }),
});
export type PushSubscriptionInput = z.input<typeof pushSubscriptionSchema>;
export type PushAddress = { endpoint: string; p256dh: string; auth: string };

/** What the service worker (public/sw.js) shows; `tag` is the thread's, so that many lines are one notification. */
export type PushPayload = { title: string; body: string; tag: string; path: string; locale: string };
