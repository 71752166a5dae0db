"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useConversationView, useMentionable } from "#components/chat/state/conversation-view.ts";
import type { KeptText } from "#components/chat/state/kept-text.ts";
import type { SentLine } from "#components/chat/state/shown-line.ts";
import { CharacterCount } from "#components/chat/text/character-count.tsx";
import { MentionField } from "#components/chat/text/mention-field.tsx";
import { mentionsIn } from "#components/chat/text/text-parts.ts";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { messageTextSchema } from "#lib/chat/input.ts";

type MessageEditorProps = { line: SentLine; mentions: readonly string[] };

/** A message that is being edited, in its own place. What is typed stays while it cannot be saved, and over a reload. */
export function MessageEditor({ line, mentions }: MessageEditorProps) {
  const text = useTranslations("chat.message");
  const { kept, personOf, saveEdit, stopEditing } = useConversationView();
  const people = useMentionable();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(() => keptWords(kept, line.number) ?? line.text);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const message = messageTextSchema.safeParse(draft);

  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    element?.scrollIntoView({ block: "nearest" });
  }, []);

  async function save() {
    if (!message.success || saving) return;
    if (message.data === line.text) return stopEditing();
    setSaving(true);
    const before = mentions.flatMap((memberId) => personOf(memberId) ?? []);
    const failed = await saveEdit(
      line.number,
      message.data,
      mentionsIn(message.data, [...people, ...before]),
    );
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
          kept.keepEdit({ number: line.number, text: next });
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
        <CharacterCount length={draft.trim().length} />
        <Button size="small" variant="quiet" onClick={stopEditing}>
          {text("editor.cancel")}
        </Button>
        <Button size="small" variant="primary" type="submit" pending={saving} disabled={!message.success}>
          {text("editor.save")}
        </Button>
      </div>
    </form>
  );
}

function keptWords(kept: KeptText, number: number): string | undefined {
  const edit = kept.edit();
  return edit?.number === number ? edit.text : undefined;
}
