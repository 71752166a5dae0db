"use client";

import { useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Toast } from "#components/ui/toast.tsx";
import { Specimen, State } from "./specimen.tsx";
import { useWords } from "./use-words.ts";

export function Notices() {
  const words = useWords();
  const [dismissed, setDismissed] = useState(false);
  return (
    <>
      <Specimen name="Banner">
        <div className="grid gap-3">
          {(["news", "fine", "waiting", "careful", "wrong"] as const).map((tone) => (
            <Banner key={tone} tone={tone}>
              {words.banner[tone]}
            </Banner>
          ))}
          <Banner tone="careful" title={words.long} action={<Button size="small">{words.open}</Button>}>
            {words.banner.careful} <TextLink href="#banner">{words.open}</TextLink>
          </Banner>
          {!dismissed && (
            <Banner title={words.cardTitle} onDismiss={() => setDismissed(true)}>
              {words.long}
            </Banner>
          )}
        </div>
      </Specimen>
      <Specimen name="StatusTag">
        <div className="flex flex-wrap gap-2">
          {(["quiet", "news", "fine", "waiting", "careful", "wrong"] as const).map((tone) => (
            <StatusTag key={tone} tone={tone}>
              {words.tag}
            </StatusTag>
          ))}
        </div>
      </Specimen>
      <Specimen name="Toast">
        <Toasts />
      </Specimen>
      <Specimen name="SideSheet">
        <Sheets />
      </Specimen>
    </>
  );
}

function Toasts() {
  const words = useWords();
  const [said, setSaid] = useState("");
  const [undoable, setUndoable] = useState(false);
  const [undone, setUndone] = useState(0);
  function say(text: string, canUndo: boolean) {
    setSaid(text);
    setUndoable(canUndo);
  }
  return (
    <State name={words.buttons}>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => say(words.toastSaid, false)}>{words.toastPlain}</Button>
        <Button onClick={() => say(words.toastArchived, true)}>{words.toastUndo}</Button>
        <TextInput aria-label={words.skills} className="max-w-40" />
        {undone > 0 && (
          <p className="text-sm text-ink-soft">
            {words.undone} × {undone}
          </p>
        )}
      </div>
      <Toast onOver={() => setSaid("")} onUndo={undoable ? () => setUndone(undone + 1) : undefined}>
        {said}
      </Toast>
    </State>
  );
}

function Sheets() {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [count, setCount] = useState(0);
  return (
    <State name={words.buttons}>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => setOpen(true)}>{words.sheet}</Button>
        <Button variant="quiet" onClick={() => setCount(count + 1)}>
          {words.counter} {count}
        </Button>
      </div>
      <SideSheet title={words.sheetTitle} open={open} onOpenChange={setOpen}>
        <p className="py-4">{words.text}</p>
        <Button>{words.open}</Button>
      </SideSheet>
    </State>
  );
}
