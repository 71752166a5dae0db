import { useFormatter, useTranslations } from "next-intl";
import type { undoImportAction } from "#app/c/[company]/desk/leavers/import/actions.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { importHref } from "#lib/hrefs.ts";
import type { ImportSummary } from "#lib/leavers/schema.ts";
import { useOutcomeWords } from "./outcome-words.ts";
import { StateTag } from "./state-tag.tsx";
import { UndoImport } from "./undo-import.tsx";

type PastImportProps = {
  company: string;
  shown: ImportSummary;
  undo: typeof undoImportAction;
  onUndone: (words: string) => void;
};

/** An import by its files: how it stands, who began it when, what came of it, and whether it can be taken back. */
export function PastImport({ company, shown, undo, onUndone }: PastImportProps) {
  const text = useTranslations("leavers.import.past");
  const format = useFormatter();
  const { taken } = useOutcomeWords();
  const { id, state, startedAt, startedBy, files, outcome, undoUntil } = shown;
  const parts = outcome && taken(outcome);
  const day = (time: string) => format.dateTime(new Date(time), { dateStyle: "medium" });
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <TextLink href={importHref(company, id)} prefetch={false} className="min-w-0 wrap-anywhere">
          {format.list(files)}
        </TextLink>
        <StateTag state={state} />
      </div>
      <p className="text-sm text-ink-soft">
        {text("by", {
          day: format.dateTime(new Date(startedAt), { dateStyle: "medium", timeStyle: "short" }),
          name: startedBy ?? text("gone"),
        })}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-sm">
          {outcome && (parts ? text("outcome", { parts }) : text("nothing"))}
          {undoUntil && (
            <span className="ms-2 text-ink-soft">{text("undoUntil", { day: day(undoUntil) })}</span>
          )}
        </p>
        {undoUntil && <UndoImport company={company} undone={shown} undo={undo} onDone={onUndone} />}
      </div>
    </div>
  );
}
