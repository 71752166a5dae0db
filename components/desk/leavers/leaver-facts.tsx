import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateText } from "#components/ui/date-text.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { BareList } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { companyHref } from "#lib/hrefs.ts";
import type { LeaverImportMark, LeaverRecord } from "#lib/leavers/record.ts";
import { useDayWords } from "./day-words.tsx";
import { formParts, type TextField } from "./typed-values.ts";

type LeaverFactsProps = {
  company: string;
  leaver: LeaverRecord;
  imports: readonly LeaverImportMark[];
  today: string;
};

/** What HR has of them, each thing named, and where it came from. */
export function LeaverFacts({ company, leaver, imports, today }: LeaverFactsProps) {
  const text = useTranslations("leavers.form");
  const record = useTranslations("leavers.record");
  const dayWords = useDayWords();
  const { ground, groundOn, groundDocument, deceased, note } = leaver;
  return (
    <>
      {(["names", "work", "contact"] as const).map((part) => (
        <Section key={part} title={text(`parts.${part}Title`)}>
          <Known
            facts={formParts[part].map((field) => ({ term: text(`fields.${field}`), value: shownOf(field) }))}
            none={record("nothing")}
          />
        </Section>
      ))}
      <Section title={text("parts.groundTitle")}>
        <Known
          facts={[
            { term: text("ground"), value: ground && text(`grounds.${ground}`) },
            { term: text("groundOn"), value: groundOn && dayWords(groundOn) },
            { term: text("groundDocument"), value: groundDocument },
          ]}
          none={record("noGround")}
        />
      </Section>
      <Section title={text("parts.notesTitle")}>
        {note ? (
          <p className="break-words whitespace-pre-wrap">{note}</p>
        ) : (
          <Nothing words={record("noNote")} />
        )}
      </Section>
      <Section title={record("originTitle")}>
        <BareList className="grid gap-2 text-sm">
          {imports.map(({ importId, at, files, made, state }) => (
            <li key={importId} className="flex flex-wrap gap-x-3">
              <DateText at={at} today={today} withTime />
              <span>{record(state === "UNDONE" ? "undone" : made ? "made" : "changed")}</span>
              <TextLink href={companyHref(company, `desk/leavers/import/${importId}`)}>
                {files.join(text("comma")) || record("import")}
              </TextLink>
            </li>
          ))}
          <li className="flex flex-wrap gap-x-3 text-ink-soft">
            <DateText at={leaver.createdAt} today={today} withTime />
            {record("added")}
          </li>
          {leaver.version > 1 && (
            <li className="flex flex-wrap gap-x-3 text-ink-soft">
              <DateText at={leaver.changedAt} today={today} withTime />
              {record("lastChanged")}
            </li>
          )}
        </BareList>
      </Section>
    </>
  );

  function shownOf(field: TextField): ReactNode {
    const value = leaver[field];
    if (field === "leftOn" && value === null && !deceased) return record("noDay");
    if (field === "mail" && value === null && !deceased) return record("noMail");
    return value && (field === "joinedOn" || field === "leftOn") ? dayWords(value) : value;
  }
}

function Known({ facts, none }: { facts: { term: string; value: ReactNode }[]; none: string }) {
  return facts.some(({ value }) => value) ? <Facts facts={facts} /> : <Nothing words={none} />;
}

function Nothing({ words }: { words: string }) {
  return <p className="text-sm text-ink-soft">{words}</p>;
}
