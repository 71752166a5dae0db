import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { TwoSides } from "#components/leaving/two-sides.tsx";
import { TakeoutPanel } from "#components/takeout/takeout-panel.tsx";
import { sizeText } from "#components/ui/file-accept.ts";
import { Section } from "#components/ui/section.tsx";
import { takeoutHref } from "#lib/hrefs.ts";
import type { Takeout } from "#lib/takeout/schema.ts";
import { cancelTakeoutAction, startTakeoutAction } from "./actions.ts";

/** What one would download, and how that stands. */
export async function TakeoutSection({
  slug,
  takeout: { task, ready, bulk },
}: {
  slug: string;
  takeout: Takeout;
}) {
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
