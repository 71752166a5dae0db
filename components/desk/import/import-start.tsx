"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { startImportAction } from "#app/c/[company]/desk/leavers/import/actions.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { type Failure, requestAction } from "#components/live/live-request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { importHref } from "#lib/hrefs.ts";
import { maxImportFileSize, maxImportFiles } from "#lib/leavers/policy.ts";
import { SentFiles } from "./sent-files.tsx";
import { useRefusal } from "./use-refusal.ts";
import { useSentFiles } from "./use-sent-files.ts";

type ImportStartProps = { company: string; start: typeof startImportAction };

/** Where an import begins: files are chosen and sent, and the page of the import opens. What fails leaves them chosen. */
export function ImportStart({ company, start }: ImportStartProps) {
  const text = useTranslations("leavers.import.start");
  const describe = useRefusal();
  const router = useRouter();
  const { socket } = useLive();
  const { states, send, forget } = useSentFiles(company);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ words: string; tryAgain: boolean } | null>(null);

  async function read() {
    if (files.length === 0) return setProblem({ words: text("none"), tryAgain: false });
    if (files.length > maxImportFiles)
      return setProblem({ words: text("tooMany", { max: maxImportFiles }), tryAgain: false });
    setProblem(null);
    setBusy(true);
    const sent = await send(files);
    if (!Array.isArray(sent)) return stop(reasonOf(sent.failure, sent.file.name));
    const answer = await requestAction(socket, () => start(company, { files: sent }));
    // The button stays busy until the page of the import is there.
    if (answer.ok) return router.push(importHref(company, answer.data.importId));
    // They may be gone by then, and are sent anew.
    forget();
    stop(reasonOf(answer, ""));
  }
  function stop(words: string) {
    setBusy(false);
    setProblem({ words, tryAgain: true });
  }
  return (
    <div className="grid gap-4">
      <Field label={text("files")} hint={text("text")}>
        <FileDrop
          multiple
          accept=".csv,.tsv,.txt,.xlsx"
          kinds={text("kinds")}
          maxBytes={maxImportFileSize}
          disabled={busy}
          onFiles={(next) => {
            setFiles(next);
            setProblem(null);
          }}
        />
      </Field>
      {(busy || problem?.tryAgain) && <SentFiles states={states} />}
      {problem && (
        <Banner tone="wrong">
          {problem.words} {problem.tryAgain && text("kept")}
        </Banner>
      )}
      <div>
        <Button variant="primary" pending={busy} onClick={() => void read()}>
          {text("go")}
        </Button>
      </div>
    </div>
  );

  function reasonOf(failure: Failure, name: string): string {
    if (failure.code !== "invalid") return describe(failure);
    const told = Object.values(failure.fields);
    if (name && told.includes("empty")) return text("empty", { name });
    if (name && told.includes("tooLarge")) return text("tooLarge", { name });
    return describe(failure);
  }
}
