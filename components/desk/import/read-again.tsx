"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Failure } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { TagInput } from "#components/ui/tag-input.tsx";
import { useImport } from "./import-context.ts";
import { Refused } from "./refused.tsx";
import type { FileMapping } from "./use-mapping.ts";

/** The company's own mail domains, and the button that reads the files again with all that HR says. */
export function ReadAgain({ mapping }: { mapping: FileMapping }) {
  const text = useTranslations("leavers.import.mapper");
  const { detail, ask, actions } = useImport();
  const [domains, setDomains] = useState<readonly string[]>(detail.mailDomains);
  const [state, setState] = useState<"idle" | "asking" | "unchanged" | Failure>("idle");
  const isTwice = detail.files.some(
    (file) => !file.refused && file.columns.some((column) => mapping.isTwice(file, column)),
  );

  async function readAgain() {
    const mappings = mapping.mappings();
    const sameDomains = domains.join() === detail.mailDomains.join();
    if (sameDomains && Object.keys(mappings).length === 0) return setState("unchanged");
    setState("asking");
    const said = sameDomains ? { mappings } : { mappings, mailDomains: [...domains] };
    const answer = await ask(actions.mapImportAction, said);
    setState(answer.ok ? "idle" : answer);
  }
  return (
    <div className="grid gap-4">
      <Field label={text("domains")} hint={text("domainsHint")}>
        <TagInput defaultValue={detail.mailDomains} maxLength={253} onChange={setDomains} />
      </Field>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button pending={state === "asking"} disabled={isTwice} onClick={() => void readAgain()}>
          {text("again")}
        </Button>
        <p className="min-w-0 flex-[1_1_14rem] text-sm text-ink-soft">{text("againHint")}</p>
      </div>
      <InlineError>{state === "unchanged" ? text("unchanged") : null}</InlineError>
      <Refused failure={state} />
    </div>
  );
}
