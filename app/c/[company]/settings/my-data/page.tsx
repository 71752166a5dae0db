import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LeaveNetwork } from "#components/leaving/leave-network.tsx";
import { Looks } from "#components/settings/looks.tsx";
import { Page } from "#components/shell/page.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { listLooks } from "#lib/audit/looks.ts";
import { requireViewer } from "#lib/auth/requests.ts";
import { findCompany } from "#lib/companies/companies.ts";
import { companyName } from "#lib/companies/schema.ts";
import { countTraces } from "#lib/leaving/leaving.ts";
import { findTakeout } from "#lib/takeout/takeouts.ts";
import { leaveNetworkAction, listLooksAction } from "./actions.ts";
import { GoesAndStays } from "./goes-and-stays.tsx";
import { TakeoutSection } from "./takeout-section.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("leaving");
  return { title: text("title") };
}

export default async function MyData({ params }: PageProps<"/c/[company]/settings/my-data">) {
  const { company: slug } = await params;
  const viewer = await requireViewer(slug);
  const text = await getTranslations("leaving");
  const [found, traces, takeout, looks] = await Promise.all([
    findCompany(viewer),
    countTraces(viewer),
    findTakeout(viewer),
    listLooks(viewer),
  ]);
  const company = companyName(found, await getLocale());
  return (
    <Page
      head={
        <>
          <PageHeading title={text("title")} lead={text("lead", { company })} />
          <TakeoutSection slug={slug} takeout={takeout} />
        </>
      }
      aside={<Looks first={looks} more={listLooksAction.bind(null, slug)} />}
    >
      <Section title={text("leave.title")} description={text("leave.text", { company })}>
        <div className="grid gap-6">
          <GoesAndStays traces={traces} isHr={viewer.role !== "MEMBER"} />
          <p className="text-sm text-ink-soft">{text("leave.again")}</p>
          {traces.lastOwner ? (
            <Banner tone="careful">{text("leave.lastOwner")}</Banner>
          ) : (
            <LeaveNetwork leave={leaveNetworkAction.bind(null, slug, {})} />
          )}
        </div>
      </Section>
      <Section title={text("toDeletion.title")} description={text("toDeletion.text")}>
        <LinkButton href="/account/delete">{text("toDeletion.link")}</LinkButton>
      </Section>
    </Page>
  );
}
