import { useFormatter, useTranslations } from "next-intl";
import { BareList } from "#components/ui/list.tsx";
import type { ImportDetail } from "#lib/leavers/schema.ts";
import { StateTag } from "./state-tag.tsx";

/** Who began an import when, of which files, and how it stands. */
export function ImportFacts({ detail }: { detail: ImportDetail }) {
  const text = useTranslations("leavers.import");
  const format = useFormatter();
  const at = format.dateTime(new Date(detail.startedAt), { dateStyle: "medium", timeStyle: "short" });
  const facts = [
    [text("facts.state"), <StateTag key="state" state={detail.state} />],
    [text("facts.by"), detail.startedBy ?? text("past.gone")],
    [text("facts.at"), at],
    [text("facts.files"), <Files key="files" names={detail.files.map(({ name }) => name)} />],
  ] as const;
  return (
    <dl className="grid gap-3 rounded-card bg-surface p-4 text-sm shadow-card xl:sticky xl:top-16">
      {facts.map(([term, value]) => (
        <div key={term} className="grid gap-1">
          <dt className="text-ink-soft">{term}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Files({ names }: { names: readonly string[] }) {
  return (
    <BareList className="grid gap-1">
      {names.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and their order stays.
        <li key={at}>{name}</li>
      ))}
    </BareList>
  );
}
