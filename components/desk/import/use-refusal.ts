import { useTranslations } from "next-intl";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import type { Failure } from "#components/live/live-request.ts";
import { importRefusals } from "#lib/leavers/policy.ts";

/** Why something was not done with an import, in words. */
export function useRefusal(): (failure: Failure) => string {
  const text = useTranslations("leavers.import.refusals");
  const describe = useRefusalText();
  return (failure) => {
    const told = failure.code === "invalid" ? Object.values(failure.fields) : [];
    const own = [...importRefusals, "domain" as const].find((one) => told.includes(one));
    return own ? text(own) : describe(failure);
  };
}
