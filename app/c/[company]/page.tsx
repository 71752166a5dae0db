import { redirect } from "next/navigation";
import { homeHref } from "#lib/hrefs.ts";

type CompanyPageProps = { params: Promise<{ company: string }> };

export default async function CompanyPage({ params }: CompanyPageProps) {
  const { company } = await params;
  redirect(homeHref(company));
}
