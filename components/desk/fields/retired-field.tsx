"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import type { Failure } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { inLanguage } from "#lib/people/details.ts";
import type { DeskField } from "#lib/people/schema.ts";
import { useDesk } from "./desk-context.ts";
import { FieldSummary } from "./field-summary.tsx";

/** A field that is asked no more: to be asked again, or deleted with its answers, which says first how many they are. */
export function RetiredField({ field }: { field: DeskField }) {
  const text = useTranslations("people.fields");
  const { ask, retireFieldAction, countAnswersAction, deleteFieldAction, onLeft, onGone, box } = useDesk();
  const [problem, setProblem] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);
  const [people, setPeople] = useState<number | null>(null);
  const left = useRef(false);
  const { id } = field;
  const name = inLanguage(field.name, useLocale());

  async function restore() {
    const done = await ask(retireFieldAction, { id, retired: false });
    if (done.ok) return onLeft(text("restored", { name }));
    if (done.code === "not-found") return onGone(name);
    setProblem(done);
  }
  async function count(open: boolean) {
    setAsking(open);
    setPeople(null);
    setProblem(null);
    if (!open) return;
    const counted = await ask(countAnswersAction, { id });
    if (counted.ok) setPeople(counted.data.people);
    else setProblem(counted);
  }
  async function remove() {
    // First the dialog: it gives the focus to the list, and could not once it goes with the row.
    left.current = true;
    setAsking(false);
    const done = await ask(deleteFieldAction, { id });
    if (!done.ok && done.code !== "not-found") return setProblem(done);
    if (done.ok) onLeft(text("deleted", { name }));
    else onGone(name);
  }
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <FieldSummary field={field} />
        <div className="ms-auto flex flex-wrap items-center gap-2">
          <Button size="small" aria-label={text("restoreField", { name })} onClick={() => void restore()}>
            {text("restore")}
          </Button>
          <Button
            size="small"
            variant="danger"
            aria-label={text("deleteField", { name })}
            onClick={() => void count(true)}
          >
            {text("delete")}
          </Button>
        </div>
      </div>
      {problem && !asking && <SavedMark saving={problem} />}
      <Dialog
        title={text("deleteTitle", { name })}
        description={people === null ? text("counting") : text("deleteText", { people })}
        open={asking}
        onOpenChange={(open) => void count(open)}
        finalFocus={() => (left.current && box.current) || true}
      >
        {problem && (
          <div className="mt-4">
            <SavedMark saving={problem} />
          </div>
        )}
        <DialogActions>
          <Button variant="danger" disabled={people === null} onClick={() => void remove()}>
            {text("delete")}
          </Button>
        </DialogActions>
      </Dialog>
    </div>
  );
}
