"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { decideCorrectionAction } from "#app/c/[company]/desk/corrections/actions.ts";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useLive } from "#components/live/live-provider.tsx";
import { type Failure, requestAction } from "#components/live/live-request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { maxLength } from "#lib/people/policy.ts";
import type { AskedCorrection } from "#lib/people/schema.ts";

type DecideProps = {
  company: string;
  correction: AskedCorrection;
  decide: typeof decideCorrectionAction;
  /** Whether a word to its member is begun, and not sent. */
  onWord: (isBegun: boolean) => void;
  onGone: () => void;
};

/** Records it, or declines it with a word. About oneself somebody else decides. */
export function Decide({ company, correction, decide, onWord, onGone }: DecideProps) {
  const { id, decides } = correction;
  const text = useTranslations("people.corrections");
  const { socket } = useLive();
  const [answer, setAnswer] = useState("");
  const [pending, setPending] = useState<"confirm" | "decline" | null>(null);
  const [problem, setProblem] = useState<"own" | "order" | Failure | null>(null);

  async function send(how: "confirm" | "decline") {
    setPending(how);
    // The list may come without it before the answer does.
    onWord(false);
    setProblem(null);
    const done = await requestAction(socket, () =>
      decide(company, { id, confirm: how === "confirm", answer }),
    );
    setPending(null);
    const outcome = done.ok ? done.data : done;
    if (outcome === "decided") return;
    if (outcome === "gone") return onGone();
    setProblem(outcome);
    if (answer) onWord(true);
  }
  if (!decides) return <Banner>{text("own")}</Banner>;
  return (
    <div className="grid gap-3">
      <Field label={text("word")} optional>
        <TextInput
          value={answer}
          maxLength={maxLength.note}
          autoComplete="off"
          onChange={({ target }) => {
            setAnswer(target.value);
            onWord(target.value !== "");
          }}
        />
      </Field>
      {typeof problem === "string" && <Banner tone="wrong">{text(problem)}</Banner>}
      {problem && typeof problem === "object" && <SavedMark saving={problem} />}
      <div className="flex flex-wrap justify-end gap-3">
        <Button pending={pending === "decline"} onClick={() => void send("decline")}>
          {text("decline")}
        </Button>
        <Button variant="primary" pending={pending === "confirm"} onClick={() => void send("confirm")}>
          {text("confirm")}
        </Button>
      </div>
    </div>
  );
}
