import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Section } from "#components/ui/section.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { TagInput } from "#components/ui/tag-input.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { maxLeaverLength, maxTags } from "#lib/leavers/list-policy.ts";
import type { TypedLeaver } from "#lib/leavers/record-input.ts";
import { grounds } from "#lib/leavers/schema.ts";
import { formParts, type TextField } from "./typed-values.ts";

export type LeaverFieldsProps = {
  typed: TypedLeaver;
  onChange: (part: Partial<TypedLeaver>) => void;
  /** What is wrong with a field, in words. */
  errorOf: (field: keyof TypedLeaver) => ReactNode;
  /** Another value that the field may take instead: somebody else's, or the other record's. */
  otherOf?: (field: keyof TypedLeaver) => { words: string; take: () => void } | null;
  tags: readonly string[];
  /** Another number each time that something was taken over: what keeps its own words begins anew. */
  begun: number;
};

/** All that HR can say of a leaver, by parts. */
export function LeaverFields(props: LeaverFieldsProps) {
  const { typed, onChange, errorOf } = props;
  const text = useTranslations("leavers.form");
  return (
    <>
      {(["names", "work", "contact"] as const).map((part) => (
        <Section key={part} title={text(`parts.${part}Title`)} description={text(`parts.${part}`)}>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            {formParts[part].map((field) => (
              <TextOf key={field} {...props} field={field} />
            ))}
            {part === "work" && (
              <div className="sm:col-span-2">
                <Switch
                  label={text("deceased")}
                  hint={text("deceasedHint")}
                  checked={typed.deceased}
                  onCheckedChange={(deceased) => onChange({ deceased })}
                />
                <Other {...props} field="deceased" />
              </div>
            )}
          </div>
        </Section>
      ))}
      <GroundPart {...props} />
      <Section title={text("parts.notesTitle")} description={text("parts.notes")}>
        <div className="grid gap-4">
          <Field label={text("tags")} error={errorOf("tags")}>
            <TagInput
              key={props.begun}
              defaultValue={typed.tags}
              suggestions={props.tags}
              max={maxTags}
              maxLength={maxLeaverLength.tag}
              onChange={(tags) => onChange({ tags: [...tags] })}
            />
          </Field>
          <Other {...props} field="tags" />
          <Field label={text("note")} error={errorOf("note")}>
            <TextArea
              value={typed.note}
              maxLength={maxLeaverLength.note}
              onChange={({ target }) => onChange({ note: target.value })}
            />
          </Field>
          <Other {...props} field="note" />
        </div>
      </Section>
    </>
  );
}

const placeholders = {
  joinedOn: true,
  leftOn: true,
} satisfies Partial<Record<TextField, true>>;

function TextOf({ field, ...props }: LeaverFieldsProps & { field: TextField }) {
  const { typed, onChange, errorOf } = props;
  const text = useTranslations("leavers.form");
  return (
    <div className="grid gap-1">
      <Field label={text(`fields.${field}`)} error={errorOf(field)}>
        <TextInput
          name={field}
          value={typed[field]}
          autoComplete="off"
          inputMode={field === "mail" || field === "workMail" ? "email" : undefined}
          placeholder={field in placeholders ? text("dayPlaceholder") : undefined}
          maxLength={lengthOf(field)}
          onChange={({ target }) => onChange({ [field]: target.value })}
        />
      </Field>
      <Other {...props} field={field} />
    </div>
  );
}

function lengthOf(field: TextField): number {
  if (field === "joinedOn" || field === "leftOn") return 40;
  if (field === "mail" || field === "workMail") return maxLeaverLength.mail;
  if (field === "number" || field === "department" || field === "title" || field === "employment")
    return maxLeaverLength[field];
  return maxLeaverLength.name;
}

function GroundPart(props: LeaverFieldsProps) {
  const { typed, onChange, errorOf } = props;
  const text = useTranslations("leavers.form");
  const none = "NONE";
  return (
    <Section title={text("parts.groundTitle")} description={text("parts.ground")}>
      <div className="grid gap-4">
        <RadioGroup
          label={text("ground")}
          name="ground"
          options={[
            { value: none, label: text("noGround") },
            ...grounds.map((value) => ({ value, label: text(`grounds.${value}`) })),
          ]}
          value={typed.ground ?? none}
          onValueChange={(value) => onChange({ ground: grounds.find((one) => one === value) ?? null })}
        />
        <Other {...props} field="ground" />
        {typed.ground && (
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <div className="grid gap-1">
              <Field label={text("groundOn")} error={errorOf("groundOn")}>
                <TextInput
                  value={typed.groundOn}
                  maxLength={40}
                  placeholder={text("dayPlaceholder")}
                  onChange={({ target }) => onChange({ groundOn: target.value })}
                />
              </Field>
              <Other {...props} field="groundOn" />
            </div>
            <div className="grid gap-1">
              <Field label={text("groundDocument")} optional error={errorOf("groundDocument")}>
                <TextInput
                  value={typed.groundDocument}
                  maxLength={maxLeaverLength.groundDocument}
                  onChange={({ target }) => onChange({ groundDocument: target.value })}
                />
              </Field>
              <Other {...props} field="groundDocument" />
            </div>
          </div>
        )}
      </div>
    </Section>
  );
}

/** The other value of a field, which one press takes over. */
function Other({ field, otherOf }: Pick<LeaverFieldsProps, "otherOf"> & { field: keyof TypedLeaver }) {
  const text = useTranslations("leavers.form");
  const other = otherOf?.(field);
  if (!other) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm">
      <span className="text-ink-soft">{text("other")}</span>
      <span className="min-w-0 break-words">{other.words}</span>
      <Button
        size="small"
        variant="quiet"
        onClick={other.take}
        aria-label={text("takeField", { field: text(`fields.${field}`) })}
      >
        {text("take")}
      </Button>
    </p>
  );
}
