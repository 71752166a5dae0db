"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Banner } from "#components/ui/banner.tsx";

const againMs = 10_000;

/** Says that search has yet to follow, and asks the page again until it has. */
export function Settling() {
  const text = useTranslations("people.fields");
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, againMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div className="mb-6">
      <Banner>{text("settling")}</Banner>
    </div>
  );
}
