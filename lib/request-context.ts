import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What is known of the request, or the socket's command, that is being answered. A log line and a metric may carry all of it: `route` is a
 * pattern such as /c/[company]/feed, never a path.
 */
export type RequestContext = {
  requestId: string;
  route?: string;
  action?: string;
  companyId?: string;
  memberId?: string;
};

// On globalThis, since Next bundles the writers and the readers of this context apart.
const held = globalThis as typeof globalThis & { requests?: AsyncLocalStorage<RequestContext> };

/** The request that led here; undefined outside of requests. */
export function currentRequest(): RequestContext | undefined {
  return held.requests?.getStore();
}

/** Everything that `work` leads to belongs to this request. */
export function withinRequest<T>(context: RequestContext, work: () => T): T {
  return requests().run(context, work);
}

/** Everything that follows in what runs now belongs to this request. */
export function enterRequest(context: RequestContext): void {
  requests().enterWith(context);
}

/** Adds the member to the context of the request; does nothing outside of requests. */
export function noteMember({ companyId, memberId }: { companyId: string; memberId: string }): void {
  const request = currentRequest();
  if (request) Object.assign(request, { companyId, memberId });
}

function requests(): AsyncLocalStorage<RequestContext> {
  held.requests ??= new AsyncLocalStorage();
  return held.requests;
}
