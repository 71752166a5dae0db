import type { Failure } from "#components/live/live-request.ts";
import { InlineError } from "#components/ui/inline-error.tsx";
import { useRefusal } from "./use-refusal.ts";

/** Why what stands above was not done; nothing of anything but a failure. */
export function Refused({ failure }: { failure: Failure | string | null }) {
  const describe = useRefusal();
  return <InlineError>{failure && typeof failure === "object" ? describe(failure) : null}</InlineError>;
}
