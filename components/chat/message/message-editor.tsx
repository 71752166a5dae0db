"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useConversationView, useMentionable } from "#components/chat/state/conversation-view.ts";
import type { SentLine } from "#components/chat/state/shown-line.ts";
import { MentionField } from "#components/chat/text/mention-field.tsx";
import { MessageLimits } from "#components/chat/text/message-limits.tsx";
import { readMessage } from "#components/chat/text/written-message.ts";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";

type MessageEditorProps = { line: SentLine; mentions: readonly string[] };

/** A message that is being edited, in its own place. What is typed stays while it cannot be saved, and over a reload. */
export function MessageEditor({ line, mentions }: MessageEditorProps) {
  const text = useTranslations("chat.message");
  const { kept, personOf, saveEdit, stopEditing } = useConversationView();
  const people = useMentionable();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(() => kept.edit(line.number) ?? line.text);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const before = mentions.flatMap((memberId) => personOf(memberId) ?? []);
  const message = readMessage(draft, [...people, ...before]);

  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    element?.scrollIntoView({ block: "nearest" });
  }, []);

  async function save() {
    if (message.words === null || saving) return;
    if (message.words === line.text) return stopEditing();
    setSaving(true);
    const failed = await saveEdit(line.number, message.words, message.mentions);
    setSaving(false);
    setError(failed);
    if (failed) field.current?.focus();
    else stopEditing();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      data-number={line.number}
      className="w-full max-w-[34rem] min-w-0"
    >
      <MentionField
        field={field}
        rows={1}
        value={draft}
        onText={(next) => {
          kept.keepEdit(line.number, next);
          setDraft(next);
        }}
        people={people}
        onEnter={save}
        onEscape={stopEditing}
        aria-label={text("editor.label")}
        autoComplete="off"
        className="w-full"
      />
      <InlineError>{error}</InlineError>
      <div className="mt-2 flex flex-wrap items-center justify-end gap-2 text-xs text-ink-soft">
        <span className="me-auto pointer-coarse:hidden">{text("editor.hint")}</span>
        <MessageLimits message={message} />
        <Button size="small" variant="quiet" onClick={stopEditing}>
          {text("editor.cancel")}
        </Button>
        <Button
          size="small"
          variant="primary"
          type="submit"
          pending={saving}
          disabled={message.words === null}
        >
          {text("editor.save")}
        </Button>
      </div>
    </form>
  );
}
