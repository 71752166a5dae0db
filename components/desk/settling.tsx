"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Banner } from "#components/ui/banner.tsx";

const againMs = 10_000;

/** Says, in these words, that search has yet to follow, and asks the page again until it has. */
export function Settling({ words }: { words: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, againMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div className="mb-6">
      <Banner>{words}</Banner>
    </div>
  );
}
