// Next runs this before any page. It calls this as one leaves for another page, however that was asked for: by a link, by a script, by the browser's buttons.
export { noteNavigation as onRouterTransitionStart } from "#components/navigation/navigations.ts";

// A page that is not there, or is elsewhere, Next answers by itself. Where React had to render it twice, since another answer came meanwhile, Next
// tells the browser of it as of an error all the same.
addEventListener("error", (event) => {
  if (isAnsweredByNext(event.error)) event.preventDefault();
});

function isAnsweredByNext(error: unknown): boolean {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  return /^NEXT_(HTTP_ERROR_FALLBACK|REDIRECT);/.test(digest);
}

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
