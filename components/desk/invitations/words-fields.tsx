"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { isSame } from "#components/drafts/same-values.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Locale } from "#lib/auth/schema.ts";
import { maxInvitationLength, placeholders } from "#lib/invitations/policy.ts";
import type { InvitationWords } from "#lib/invitations/schema.ts";
import { brokenPlaceholder } from "#lib/invitations/words.ts";

type WordsFieldsProps = {
  locale: Locale;
  typed: InvitationWords;
  errors: Record<string, string>;
  standard: InvitationWords;
  onChange: (part: Partial<InvitationWords>) => void;
};

/** Subject and text; placeholders are put in where the cursor stands. */
export function WordsFields({ locale, typed, errors, standard, onChange }: WordsFieldsProps) {
  const text = useTranslations("desk.invitations.words");
  const body = useRef<HTMLTextAreaElement>(null);

  function putIn(placeholder: string) {
    const field = body.current;
    const [from, to] = [field?.selectionStart ?? typed.body.length, field?.selectionEnd ?? typed.body.length];
    const put = `{${placeholder}}`;
    onChange({ body: typed.body.slice(0, from) + put + typed.body.slice(to) });
    field?.focus();
    setTimeout(() => field?.setSelectionRange(from + put.length, from + put.length));
  }
  return (
    <>
      <Field label={text("subject")} error={errorOf("subject")}>
        <TextInput
          lang={locale}
          value={typed.subject}
          maxLength={maxInvitationLength.subject}
          onChange={({ target }) => onChange({ subject: target.value })}
        />
      </Field>
      <Field label={text("body")} hint={text("hint")} error={errorOf("body")}>
        <TextArea
          ref={body}
          rows={10}
          lang={locale}
          value={typed.body}
          onChange={({ target }) => onChange({ body: target.value })}
        />
      </Field>
      {/* biome-ignore lint/a11y/useSemanticElements: no fields of a form. */}
      <div role="group" aria-label={text("putIn")} className="flex flex-wrap gap-2">
        {placeholders.map((placeholder) => (
          <Button key={placeholder} size="small" onClick={() => putIn(placeholder)}>
            {text(`placeholders.${placeholder}`)}
          </Button>
        ))}
        {!isSame(typed, standard) && (
          <Button size="small" variant="quiet" onClick={() => onChange(standard)}>
            {text("back")}
          </Button>
        )}
      </div>
    </>
  );

  function errorOf(part: keyof InvitationWords): string | undefined {
    const told = errors[`after.${part}`] ?? errors[part];
    if (told === undefined) return undefined;
    if (told === "placeholder") return text("broken", { placeholder: brokenPlaceholder(typed[part]) ?? "{" });
    if (told === "too-long") return text("tooLong", { max: maxInvitationLength[part] });
    return text("required");
  }
}
