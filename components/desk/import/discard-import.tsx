import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Failure } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { useImport } from "./import-context.ts";
import { Refused } from "./refused.tsx";

/** The button that puts an import away before anything of it is written, once one has read what goes. */
export function DiscardImport() {
  const text = useTranslations("leavers.import.discard");
  const { ask, actions } = useImport();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);

  async function discard() {
    setPending(true);
    setProblem(null);
    const answer = await ask(actions.cancelImportAction, {});
    setPending(false);
    if (!answer.ok) return setProblem(answer);
    setAsking(false);
  }
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {text("button")}
      </Button>
      <Dialog title={text("title")} description={text("text")} open={asking} onOpenChange={setAsking}>
        <Refused failure={problem} />
        <DialogActions>
          <Button variant="danger" pending={pending} onClick={() => void discard()}>
            {text("confirm")}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
