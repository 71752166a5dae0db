"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { undoImportAction } from "#app/c/[company]/desk/leavers/import/actions.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { type Failure, requestAction } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import type { ImportSummary } from "#lib/leavers/schema.ts";
import { Refused } from "./refused.tsx";

type UndoImportProps = {
  company: string;
  undone: Pick<ImportSummary, "id" | "outcome">;
  undo: typeof undoImportAction;
  onDone: (words: string) => void;
};

/** The button that takes an import back, once one has read how many people that is about. */
export function UndoImport({ company, undone: { id, outcome }, undo, onDone }: UndoImportProps) {
  const text = useTranslations("leavers.import.undo");
  const { socket } = useLive();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);

  async function takeBack() {
    setPending(true);
    setProblem(null);
    const answer = await requestAction(socket, () => undo(company, { importId: id }));
    setPending(false);
    if (!answer.ok) return setProblem(answer);
    setAsking(false);
    onDone(text("done", { left: answer.data.left }));
  }
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {text("button")}
      </Button>
      <Dialog
        title={text("title")}
        description={text("text", { added: outcome?.added ?? 0, changed: outcome?.changed ?? 0 })}
        open={asking}
        onOpenChange={setAsking}
      >
        <Refused failure={problem} />
        <DialogActions>
          <Button variant="danger" pending={pending} onClick={() => void takeBack()}>
            {text("confirm")}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
