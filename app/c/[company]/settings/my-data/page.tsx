import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { LeaveNetwork } from "#components/leaving/leave-network.tsx";
import { TwoSides } from "#components/leaving/two-sides.tsx";
import { Looks } from "#components/settings/looks.tsx";
import { Page } from "#components/shell/page.tsx";
import { TakeoutPanel } from "#components/takeout/takeout-panel.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { sizeText } from "#components/ui/file-accept.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { listLooks } from "#lib/audit/looks.ts";
import { requireViewer } from "#lib/auth/requests.ts";
import { findCompany } from "#lib/companies/companies.ts";
import { companyName } from "#lib/companies/schema.ts";
import { takeoutHref } from "#lib/hrefs.ts";
import { countTraces } from "#lib/leaving/leaving.ts";
import type { Traces } from "#lib/leaving/schema.ts";
import type { Takeout } from "#lib/takeout/schema.ts";
import { findTakeout } from "#lib/takeout/takeouts.ts";
import { cancelTakeoutAction, leaveNetworkAction, listLooksAction, startTakeoutAction } from "./actions.ts";

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
    <Page>
      <PageHeading title={text("title")} lead={text("lead", { company })} />
      <TakeoutSection slug={slug} takeout={takeout} />
      <Looks first={looks} more={listLooksAction.bind(null, slug)} />
      <Section title={text("leave.title")} description={text("leave.text", { company })}>
        <div className="grid gap-6">
          <Traced traces={traces} isHr={viewer.role !== "MEMBER"} />
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

/** What one would download, and how that stands. */
async function TakeoutSection({ slug, takeout: { task, ready, bulk } }: { slug: string; takeout: Takeout }) {
  const [text, format, locale] = await Promise.all([
    getTranslations("takeout.page"),
    getFormatter(),
    getLocale(),
  ]);
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: "long", timeStyle: "short" });
  const files = text("files", { count: bulk.files, size: sizeText(bulk.bytes, locale) });
  return (
    <Section title={text("title")} description={text("text")}>
      <div className="grid gap-6">
        <TwoSides
          sides={[
            {
              mark: "stays",
              title: text("holds"),
              lines: [
                text("account"),
                text("recorded"),
                text("profile"),
                text("feed"),
                text("chat", { lines: bulk.lines }),
                files,
                text("settings"),
              ],
            },
            { mark: "goes", title: text("lacks"), lines: [text("others"), text("secrets"), text("mails")] },
          ]}
        />
        <TakeoutPanel
          task={task}
          ready={
            ready && {
              href: takeoutHref(slug, ready.fileId),
              size: sizeText(ready.size, locale),
              made: time(ready.madeAt),
              until: time(ready.expiresAt),
            }
          }
          start={startTakeoutAction.bind(null, slug, {})}
          cancel={cancelTakeoutAction.bind(null, slug)}
        />
      </div>
    </Section>
  );
}

/** What goes and what stays of the viewer, counted. */
async function Traced({ traces, isHr }: { traces: Traces; isHr: boolean }) {
  const text = await getTranslations("leaving.leave");
  const { photo, feedLines, feedReactions, searches, blocks, unsentFiles, lines, conversations, files } =
    traces;
  return (
    <TwoSides
      sides={[
        {
          mark: "goes",
          title: text("goes"),
          lines: [
            text("profile"),
            photo && text("photo"),
            feedLines > 0 && text("feed", { count: feedLines }),
            feedReactions > 0 && text("reactions", { count: feedReactions }),
            searches > 0 && text("searches", { count: searches }),
            blocks > 0 && text("blocks", { count: blocks }),
            unsentFiles > 0 && text("unsent", { count: unsentFiles }),
            text("requests"),
            text("looks"),
            text("settings"),
            text("device"),
          ],
        },
        {
          mark: "stays",
          title: text("stays"),
          lines: [
            lines > 0 ? text("lines", { lines, conversations }) : text("noLines"),
            files > 0 && text("files", { count: files }),
            text("marks"),
            isHr && text("looked"),
            text("left"),
            text("direct"),
            text("others"),
            text("backups"),
          ],
        },
      ]}
    />
  );
}
