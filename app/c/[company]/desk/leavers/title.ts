import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "#lib/auth/requests.ts";

/** The title of a page that only HR has; for others it is not there. */
export async function titleForHr(company: string, title: () => Promise<string>): Promise<Metadata> {
  const { role } = await requireViewer(company);
  if (role === "MEMBER") return { title: (await getTranslations("errors.notFoundPage"))("title") };
  return { title: await title() };
}
