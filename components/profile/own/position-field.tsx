"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { MonthYear } from "#components/ui/month-year.tsx";
import { Switch } from "#components/ui/switch.tsx";
import type { Position } from "#lib/people/schema.ts";
import { useOwn } from "./own-context.ts";
import { WrittenField } from "./written-field.tsx";

type PositionFieldProps = {
  index: number;
  position: Position;
  onWrite: (part: Partial<Position>) => void;
  onRemove?: () => void;
  errorOf: (field: string) => string | undefined;
};

/** One department, and from when until when, within one's time here. */
export function PositionField({ index, position, onWrite, onRemove, errorOf }: PositionFieldProps) {
  const text = useTranslations("people.edit");
  const { joinedOn, leftOn } = useOwn().profile.recorded;
  const at = `positions.${index}`;
  const { department, title, from, until } = position;
  const limits = { min: joinedOn.slice(0, 7), max: leftOn?.slice(0, 7) };
  return (
    <fieldset className="grid gap-4 rounded-card border border-line p-4">
      <legend className="px-1 text-sm font-medium">{text("held.number", { number: index + 1 })}</legend>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <WrittenField
          label={text("fields.department")}
          name={`${at}.department`}
          value={department}
          onText={(written) => onWrite({ department: written })}
          error={errorOf(`${at}.department`)}
          autoComplete="off"
        />
        <WrittenField
          label={text("fields.title")}
          name={`${at}.title`}
          value={title}
          onText={(written) => onWrite({ title: written })}
          error={errorOf(`${at}.title`)}
          autoComplete="off"
          optional
        />
      </div>
      <Field label={text("held.from")} error={errorOf(`${at}.from`)}>
        <MonthYear {...limits} defaultValue={from ?? ""} onChange={(month) => onWrite({ from: month })} />
      </Field>
      <Switch
        label={text(leftOn ? "held.untilLeaving" : "held.still")}
        checked={until === null}
        onCheckedChange={(still) => onWrite({ until: still ? null : "" })}
      />
      {until !== null && (
        <Field label={text("held.until")} error={errorOf(`${at}.until`)}>
          <MonthYear {...limits} defaultValue={until} onChange={(month) => onWrite({ until: month ?? "" })} />
        </Field>
      )}
      {onRemove && (
        <Button size="small" variant="quiet" className="justify-self-end" onClick={onRemove}>
          {text("held.remove")}
        </Button>
      )}
    </fieldset>
  );
}
