import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Kit } from "#components/kit/kit.tsx";
import { Page } from "#components/shell/page.tsx";
import { env } from "#lib/env.ts";

export function generateMetadata(): Metadata {
  if (!env().sampleDoors) notFound();
  return { title: "Kit", robots: { index: false } };
}

export default function KitPage() {
  if (!env().sampleDoors) notFound();
  return (
    <Page>
      <Kit />
    </Page>
  );
}
