"use client";

import { Suspense } from "react";
import { lateComponent } from "#components/ui/late-component.ts";

const Page = lateComponent(async () => (await import("./nothing-here-page.tsx")).NothingHerePage);

/** Every page of a company brings this along, and hardly any shows it. */
export function NothingHere() {
  return (
    <Suspense>
      <Page />
    </Suspense>
  );
}
