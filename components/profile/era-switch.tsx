"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { eraCookie } from "./month-words.ts";

type EraSwitchProps = { label: string; shown: boolean };

const yearInSeconds = 365 * 24 * 60 * 60;

/** The Japanese year beside every month, on this device, until one wants it no more. */
export function EraSwitch({ label, shown }: EraSwitchProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  function turn() {
    // biome-ignore lint/suspicious/noDocumentCookie: the server draws by it, and cookieStore is not in every browser.
    document.cookie = `${eraCookie}=1; path=/; samesite=lax; max-age=${shown ? 0 : yearInSeconds}`;
    startTransition(() => router.refresh());
  }
  return (
    <Button size="small" variant="quiet" aria-pressed={shown} pending={pending} onClick={turn}>
      {label}
    </Button>
  );
}
