// Next runs this before any page. It calls this as one leaves for another page, however that was asked for: by a link, by a script, by the browser's buttons.
export { noteNavigation as onRouterTransitionStart } from "#components/navigation/navigations.ts";

// What one does by a server action arrives, even if one leaves in the same moment.
const send = window.fetch;
// A browser takes 64 kB in all from pages that are gone.
const maxLength = 16 * 1024;

window.fetch = (input, init) => send(input, isSmallAction(init) ? { ...init, keepalive: true } : init);

function isSmallAction(init: RequestInit | undefined): boolean {
  return new Headers(init?.headers).has("next-action") && lengthOf(init?.body) < maxLength;
}

function lengthOf(body: RequestInit["body"]): number {
  if (typeof body === "string") return new Blob([body]).size;
  if (!(body instanceof FormData)) return Number.POSITIVE_INFINITY;
  const values = [...body.values()].map((value) =>
    typeof value === "string" ? lengthOf(value) : value.size,
  );
  return values.reduce((sum, length) => sum + length, 0);
}
