import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Count } from "#components/ui/count.tsx";
import type { Viewer } from "#lib/auth/schema.ts";
import { countCorrections } from "#lib/people/decisions.ts";

/** How many corrections wait for HR: asked once, though the frame, the desk and its start all say it. */
export const countWaiting = cache((viewer: Viewer) => countCorrections(viewer));

/** The same, as the frame and the desk show it. */
export async function WaitingCorrections({ count }: { count: number }) {
  const text = await getTranslations("people.corrections");
  return <Count value={count} label={text("waitingCount", { count })} />;
}
