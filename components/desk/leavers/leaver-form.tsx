"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { createEnterReader } from "#components/ui/enter-key.ts";
import { InlineError } from "#components/ui/inline-error.tsx";
import type { LeaverRecord } from "#lib/leavers/record.ts";
import type { TypedLeaver } from "#lib/leavers/record-input.ts";
import type { Taken } from "#lib/leavers/taken.ts";
import type { TypedProblems } from "#lib/leavers/typed-leaver.ts";
import type { Written } from "#lib/leavers/writing.ts";
import type { ActionResult } from "#lib/results.ts";
import { LeaverFields, type LeaverFieldsProps } from "./leaver-fields.tsx";
import { leaverHref } from "./leavers-href.ts";
import { rebased, typedOf } from "./typed-values.ts";
import { useLeaverWords } from "./use-leaver-words.ts";

type LeaverFormProps = {
  company: string;
  /** As it stands; null for a new one. */
  record: LeaverRecord | null;
  /** What stands in the form at first, where that is something else. */
  begin?: TypedLeaver;
  tags: readonly string[];
  submit: string;
  write: (typed: TypedLeaver, version: number) => Promise<ActionResult<Written>>;
  /** Beside each field. */
  otherOf?: (
    field: keyof TypedLeaver,
    typed: TypedLeaver,
    take: LeaverFieldsProps["onChange"],
  ) => { words: string; take: () => void } | null;
  onWritten: (leaver: LeaverRecord) => void;
  onCancel: () => void;
};

/** What came of sending it that one has to look at. */
type Told = { problems: TypedProblems; taken: Taken[]; error: string | null };
const nothing: Told = { problems: {}, taken: [], error: null };

/** A leaver's record as HR types it. What is typed stays, whatever comes of sending it. */
export function LeaverForm(props: LeaverFormProps) {
  const { company, record, begin, tags, submit, write, otherOf, onWritten, onCancel } = props;
  const text = useTranslations("leavers.form");
  const wordsOf = useLeaverWords();
  const refusalText = useRefusalText();
  const [before, setBefore] = useState(() => typedOf(record));
  const [version, setVersion] = useState(record?.version ?? 1);
  const [typed, setTyped] = useState(() => begin ?? before);
  const [told, setTold] = useState(nothing);
  const [theirs, setTheirs] = useState<{
    now: TypedLeaver;
    fields: (keyof TypedLeaver)[];
    both: (keyof TypedLeaver)[];
  } | null>(null);
  const [busy, setBusy] = useState(false);
  const [begun, setBegun] = useState(0);
  const [enter] = useState(createEnterReader);
  /** Of two records that become one, the other is not as it was. */
  const [otherChanged, setOtherChanged] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The first of what is wrong.
    if (told !== nothing) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [told]);

  const change = (part: Partial<TypedLeaver>) => setTyped((now) => ({ ...now, ...part }));
  const take = (part: Partial<TypedLeaver>) => {
    change(part);
    setBegun((now) => now + 1);
  };

  async function send() {
    if (busy) return;
    setBusy(true);
    const answer = await requestByHttp(() => write(typed, version));
    setBusy(false);
    if (!answer.ok) return setTold({ ...nothing, error: refusalText(answer) });
    const { data } = answer;
    if (data.outcome === "problems") return setTold({ ...nothing, problems: data.problems });
    if (data.outcome === "taken") return setTold({ ...nothing, taken: data.by });
    if (data.outcome === "refused" || data.outcome === "two-members")
      return setTold({ ...nothing, error: text(data.outcome) });
    setTold(nothing);
    if (data.outcome === "written") return onWritten(data.leaver);
    if (data.outcome === "other-changed") {
      setOtherChanged(true);
      return toTop();
    }
    const now = typedOf(data.now);
    const next = rebased(before, typed, now);
    take(next.typed);
    setTheirs({ now, fields: next.theirs, both: next.both });
    setBefore(now);
    setVersion(data.now.version);
    toTop();
  }
  /** To what is told above the fields. */
  function toTop() {
    setTimeout(() => top.current?.focus());
  }
  function errorOf(field: keyof TypedLeaver): ReactNode {
    const holder = told.taken.find((one) => one.field === field);
    if (holder)
      return (
        <span>
          {text.rich(`taken.${holder.field}`, {
            who: () => (
              <Link
                href={leaverHref(company, holder.id)}
                target="_blank"
                className="underline underline-offset-4"
              >
                {holder.name}
              </Link>
            ),
          })}
        </span>
      );
    const reason = told.problems[field];
    return reason && text(`reasons.${reason}`);
  }
  function theirsOf(field: keyof TypedLeaver) {
    if (!theirs?.both.includes(field) || JSON.stringify(theirs.now[field]) === JSON.stringify(typed[field]))
      return null;
    return { words: wordsOf(field, theirs.now), take: () => take({ [field]: theirs.now[field] }) };
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
      onKeyDown={(event) => {
        const isLine = event.target instanceof HTMLInputElement;
        if (event.key === "Enter" && isLine && !enter.sends(event.nativeEvent)) event.preventDefault();
      }}
    >
      <div ref={top} tabIndex={-1} className="scroll-mt-16 outline-none">
        {otherChanged && (
          <div className="mb-6">
            <Banner tone="careful" title={text("conflict.heading")} onDismiss={() => setOtherChanged(false)}>
              {text("conflict.other")}
            </Banner>
          </div>
        )}
      </div>
      {theirs && (
        <div className="mb-6">
          <Banner tone="careful" title={text("conflict.heading")} onDismiss={() => setTheirs(null)}>
            <p>{text(theirs.both.length > 0 ? "conflict.both" : "conflict.others")}</p>
            <ul className="mt-1">
              {theirs.fields.map((field) => (
                <li key={field}>
                  {text("conflict.field", {
                    field: text(`fields.${field}`),
                    now: wordsOf(field, theirs.now),
                  })}
                </li>
              ))}
            </ul>
          </Banner>
        </div>
      )}
      <LeaverFields
        typed={typed}
        onChange={change}
        errorOf={errorOf}
        otherOf={(field) => otherOf?.(field, typed, take) ?? theirsOf(field)}
        tags={tags}
        begun={begun}
      />
      <div className="flex flex-wrap items-center justify-end gap-3">
        <InlineError>{told.error ?? (told === nothing ? null : text("look"))}</InlineError>
        <Button variant="quiet" onClick={onCancel}>
          {text("cancel")}
        </Button>
        <Button type="submit" variant="primary" pending={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
