import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "#lib/auth/requests.ts";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("errors.notFoundPage");
  return { title: text("title") };
}

/** Every address of a company that is no page: the company's own answer instead of the front door's. */
export default async function NoPage({ params }: PageProps<"/c/[company]/[...path]">) {
  await requireViewer((await params).company);
  notFound();
}
