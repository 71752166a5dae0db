"use client";

import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import type { Sections } from "#lib/people/input.ts";
import type { Purpose } from "#lib/people/schema.ts";
import type { Typing } from "./editable-section.tsx";
import { useOwn } from "./own-context.ts";
import { WrittenField } from "./written-field.tsx";

/** All that one may be open to, each with a line for those that are chosen. */
export function PurposeFields({ values: { purposes }, change, errorOf }: Typing<Sections["purposes"]>) {
  const text = useTranslations("people.edit");
  const nameOf = useTranslations("people.purposes");
  const { purposes: all } = useOwn();
  // Who takes a tick away and sets it again finds their line.
  const notes = useRef(new Map<Purpose, string | null>());
  const id = useId();

  function choose(purpose: Purpose, chosen: boolean) {
    const note = notes.current.get(purpose) ?? null;
    const next = chosen
      ? [...purposes, { purpose, note }]
      : purposes.filter((one) => one.purpose !== purpose);
    change({ purposes: all.flatMap((one) => next.find(({ purpose }) => purpose === one) ?? []) });
  }
  function write(purpose: Purpose, note: string) {
    notes.current.set(purpose, note);
    change({ purposes: purposes.map((one) => (one.purpose === purpose ? { purpose, note } : one)) });
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">{text("fields.purposes")}</legend>
      {all.map((purpose) => {
        const index = purposes.findIndex((one) => one.purpose === purpose);
        const chosen = purposes[index];
        return (
          <div key={purpose}>
            <label htmlFor={`${id}-${purpose}`} className="flex min-h-11 cursor-pointer items-center gap-4">
              <input
                id={`${id}-${purpose}`}
                type="checkbox"
                checked={chosen !== undefined}
                onChange={(event) => choose(purpose, event.target.checked)}
                className="size-6 shrink-0 accent-(--accent-fill)"
              />
              {nameOf(purpose)}
            </label>
            {chosen && (
              <div className="ps-10 pb-3">
                <WrittenField
                  label={text("fields.note", { purpose: nameOf(purpose) })}
                  name={`purposes.${index}.note`}
                  value={chosen.note}
                  onText={(note) => write(purpose, note)}
                  error={errorOf(`purposes.${index}.note`)}
                  autoComplete="off"
                  optional
                />
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
