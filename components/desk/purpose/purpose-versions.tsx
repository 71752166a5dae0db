import { useFormatter, useTranslations } from "next-intl";
import { BareList } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Purpose } from "#lib/leavers/schema.ts";
import { PurposeWords } from "./purpose-words.tsx";

/** When and by whom each version was written, the newest first; what those before the newest said opens. */
export function PurposeVersions({ versions }: { versions: readonly Purpose[] }) {
  const text = useTranslations("desk.purpose");
  const format = useFormatter();
  return (
    <Section title={text("versions")} description={text("versionsText")}>
      <BareList className="divide-y divide-hairline">
        {versions.map(({ version, texts, writtenAt, writtenBy }, index) => {
          const line = text("version", {
            version,
            date: format.dateTime(new Date(writtenAt), { dateStyle: "long" }),
            name: writtenBy ?? text("somebody"),
          });
          return (
            <li key={version} className="py-3 text-sm first:pt-0 last:pb-0">
              {index === 0 ? (
                line
              ) : (
                <details>
                  <summary className="cursor-pointer py-1">{line}</summary>
                  <div className="mt-2 grid gap-3 text-ink-soft">
                    <PurposeWords texts={texts} />
                  </div>
                </details>
              )}
            </li>
          );
        })}
      </BareList>
    </Section>
  );
}
