"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { LeaverRecord } from "#lib/leavers/record.ts";
import type { TypedLeaver } from "#lib/leavers/record-input.ts";
import type { LeaverActions } from "./bulk-actions.tsx";
import { LeaverForm } from "./leaver-form.tsx";
import { leaverNames } from "./leaver-names.ts";
import { LeaverPage } from "./leaver-page.tsx";
import { leaverHref } from "./leavers-href.ts";
import { typedOf } from "./typed-values.ts";
import { useLeaverWords } from "./use-leaver-words.ts";

type MergeLeaversProps = {
  company: string;
  kept: LeaverRecord;
  other: LeaverRecord;
  tags: readonly string[];
  actions: Pick<LeaverActions, "mergeLeaversAction">;
};

/** Two records of one person made one: each field as the kept one has it, or else as the other, whose value stands beside where it differs. */
export function MergeLeavers({ company, kept, other, tags, actions }: MergeLeaversProps) {
  const text = useTranslations("leavers.record");
  const router = useRouter();
  const wordsOf = useLeaverWords();
  const theirs = typedOf(other);
  const back = leaverHref(company, kept.id);
  return (
    <LeaverPage
      back={{ href: back, label: text("mergeBack", { name: leaverNames(kept).name }) }}
      title={<PageHeading title={text("mergeTitle")} lead={text("mergeLead")} />}
    >
      <LeaverForm
        company={company}
        record={kept}
        begin={filled(typedOf(kept), theirs)}
        tags={tags}
        submit={text("mergeSubmit")}
        write={(typed, version) =>
          actions.mergeLeaversAction(company, {
            kept: { id: kept.id, version },
            other: { id: other.id, version: other.version },
            typed,
          })
        }
        otherOf={(field, typed, take) =>
          JSON.stringify(typed[field]) === JSON.stringify(theirs[field])
            ? null
            : { words: wordsOf(field, theirs), take: () => take({ [field]: theirs[field] }) }
        }
        onWritten={() => router.push(back)}
        onCancel={() => router.push(back)}
      />
    </LeaverPage>
  );
}

/** What the one does not say, as the other does; the tags of both. */
function filled(own: TypedLeaver, theirs: TypedLeaver): TypedLeaver {
  // A ground, its day and its document are of one.
  const isGround = (field: string) => field.startsWith("ground");
  const missing = Object.entries(theirs).filter(([field]) => {
    if (isGround(field)) return own.ground === null;
    const value = own[field as keyof TypedLeaver];
    return value === "" || value === null;
  });
  return { ...own, ...Object.fromEntries(missing), tags: [...new Set([...own.tags, ...theirs.tags])] };
}
