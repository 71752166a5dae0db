import "server-only";
import http from "node:http";
import https from "node:https";
import webPush from "web-push";
import { env } from "#lib/env.ts";
import { InvariantError } from "#lib/errors.ts";
import type { PushAddress, PushPayload } from "#lib/push/schema.ts";
import { swallow } from "#lib/swallow.ts";
import { isPublicEndpoint, isTestService, lookupPublic } from "./public-hosts.ts";

/** How long a push service keeps a push for a browser that is off. */
const lifetimeSeconds = 24 * 60 * 60;
const sendTimeoutMs = 10_000;

/** What became of a push: "gone" when the browser takes none any more. */
type PushOutcome = "sent" | "gone" | { failure: { status: number } | { err: unknown } };

/** Sends a push to a browser's push service, encrypted for that browser. Fails where the installation has no web push. */
export async function sendPush(address: PushAddress, payload: PushPayload): Promise<PushOutcome> {
  const { vapid } = env();
  if (!vapid) return { failure: { err: new InvariantError("there are no VAPID keys") } };
  if (!isPublicEndpoint(address.endpoint)) return "gone";
  try {
    const { endpoint, p256dh, auth } = address;
    const request = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify(payload),
      {
        vapidDetails: { subject: subject(), ...vapid },
        TTL: lifetimeSeconds,
        urgency: "high",
        // Of several for one thread that wait, the service keeps the last. A topic has 32 characters at most.
        topic: payload.tag.replaceAll("-", "").slice(0, 32),
      },
    );
    return outcomeOf(await post(new URL(endpoint), request.headers, request.body));
  } catch (error) {
    return { failure: { err: error } };
  }
}

// The contact that a push service may write to about our pushes.
function subject(): string {
  const { appUrl, mailFrom } = env();
  return appUrl.startsWith("https:")
    ? appUrl
    : `mailto:${mailFrom.match(/[^\s<>]+@[^\s<>]+/)?.[0] ?? mailFrom}`;
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return "sent";
  return status === 404 || status === 410 ? "gone" : { failure: { status } };
}

const agent = new https.Agent({ keepAlive: true, maxSockets: 20, lookup: lookupPublic });

/** Resolves to the status alone: the body of an untrusted server is not used, and redirects are not followed. */
function post(url: URL, headers: http.OutgoingHttpHeaders, body: Buffer | null): Promise<number> {
  const options = { method: "POST", headers, signal: AbortSignal.timeout(sendTimeoutMs) };
  return new Promise((resolve, reject) => {
    const request = isTestService(url)
      ? http.request(url, options)
      : https.request(url, { ...options, agent });
    request.once("response", (response) => {
      resolve(response.statusCode ?? 0);
      drain(response);
    });
    request.once("error", reject);
    request.end(body);
  });
}

const maxAnswer = 64 * 1024;

// Read to its end, so that the connection can be used again, unless there is too much of it.
function drain(response: http.IncomingMessage): void {
  let read = 0;
  response.on("data", (chunk: Buffer) => {
    read += chunk.length;
    if (read > maxAnswer) response.destroy();
  });
  response.on("error", swallow("response of a push service"));
}
