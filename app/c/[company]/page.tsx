import { redirect } from "next/navigation";

type CompanyPageProps = { params: Promise<{ company: string }> };

export default async function CompanyPage({ params }: CompanyPageProps) {
  const { company } = await params;
  redirect(`/c/${company}/feed`);
}
