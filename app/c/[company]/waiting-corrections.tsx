import { getTranslations } from "next-intl/server";
import { Count } from "#components/ui/count.tsx";

/** How many corrections wait for HR, as the frame and the desk show it. */
export async function WaitingCorrections({ count }: { count: number }) {
  const text = await getTranslations("people.corrections");
  return <Count value={count} label={text("waitingCount", { count })} />;
}
