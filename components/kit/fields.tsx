"use client";

import { type SubmitEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { MonthYear } from "#components/ui/month-year.tsx";
import { PictureDrop, usePictureField } from "#components/ui/picture-drop.tsx";
import { TagInput } from "#components/ui/tag-input.tsx";
import { Specimen, State } from "./specimen.tsx";
import { useWords } from "./use-words.ts";

export function Fields() {
  const words = useWords();
  return (
    <>
      <Specimen name="TagInput">
        <div className="grid gap-6 sm:grid-cols-2">
          <State name={words.states.disabled}>
            <Field label={`${words.skills} 2`}>
              <TagInput defaultValue={words.skillsKept} disabled />
            </Field>
          </State>
          <State name={words.states.error}>
            <Field label={`${words.skills} 3`} error={words.missing}>
              <TagInput placeholder={words.skillsPlaceholder} />
            </Field>
          </State>
          <State name={words.states.many}>
            <Field label={`${words.skills} 4`}>
              <TagInput defaultValue={[...words.departments, ...words.skillSuggestions, words.long]} />
            </Field>
          </State>
        </div>
      </Specimen>
      <Specimen name="MonthYear">
        <div className="grid gap-6 sm:grid-cols-2">
          <State name={words.states.empty}>
            <Field label={words.left} optional>
              <MonthYear min="2016-04" max="2026-03" />
            </Field>
          </State>
          <State name={words.states.long}>
            <Field label={`${words.joined} 2`}>
              <MonthYear defaultValue="1989-01" />
            </Field>
          </State>
          <State name={words.states.error}>
            <Field label={`${words.joined} 3`} error={words.missing}>
              <MonthYear />
            </Field>
          </State>
          <State name={words.states.disabled}>
            <Field label={`${words.joined} 4`}>
              <MonthYear defaultValue="2019-05" disabled />
            </Field>
          </State>
        </div>
      </Specimen>
      <Specimen name="FileDrop">
        <div className="grid gap-6 sm:grid-cols-2">
          <State name={words.states.many}>
            <Field label={words.files}>
              <FileDrop accept="image/*" kinds={words.photoKinds} multiple />
            </Field>
          </State>
          <State name={words.states.error}>
            <Field label={`${words.file} 2`} error={words.missing}>
              <FileDrop />
            </Field>
          </State>
          <State name={words.states.disabled}>
            <Field label={`${words.file} 3`}>
              <FileDrop disabled />
            </Field>
          </State>
        </div>
      </Specimen>
      <Specimen name="PictureDrop">
        <Picture />
      </Specimen>
      <Specimen name="Form">
        <Form />
      </Specimen>
    </>
  );
}

/** A picture that is dropped, or chosen by the button. */
function Picture() {
  const words = useWords();
  const [name, setName] = useState("");
  const { pick, field } = usePictureField("image/jpeg,image/png", (file) => setName(file?.name ?? ""));
  return (
    <PictureDrop
      onFile={(file) => setName(file?.name ?? "")}
      className="grid justify-items-start gap-2 rounded-control data-over:outline-offset-8"
    >
      <Button onClick={pick}>{words.files}</Button>
      {field}
      <p className="text-sm text-ink-soft empty:hidden">{name}</p>
    </PictureDrop>
  );
}

/** All that has a value, and what a form sends of it. */
function Form() {
  const words = useWords();
  const [sent, setSent] = useState("");
  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget)];
    setSent(
      entries.map(([name, value]) => `${name}=${value instanceof File ? value.name : value}`).join(" & "),
    );
  }
  return (
    <form onSubmit={send} className="grid max-w-xl gap-6">
      <Field label={words.department}>
        <Combobox
          label={words.department}
          name="department"
          groups={[{ items: words.departments.map((label, index) => ({ value: `d${index}`, label })) }]}
        />
      </Field>
      <Field label={words.skills} hint={words.skillsHint}>
        <TagInput
          name="skill"
          defaultValue={words.skillsKept}
          suggestions={words.skillSuggestions}
          max={5}
          maxLength={12}
          placeholder={words.skillsPlaceholder}
        />
      </Field>
      <Field label={words.joined} hint={words.joinedHint}>
        <MonthYear name="joined" defaultValue="2016-04" max="2026-03" />
      </Field>
      <Field label={words.file} hint={words.fileHint}>
        <FileDrop name="file" accept=".csv,text/csv" kinds={words.fileKinds} maxBytes={1_000_000} />
      </Field>
      <div>
        <Button type="submit" variant="primary">
          {words.send}
        </Button>
      </div>
      <output aria-label={words.sent} className="block rounded-control bg-sunken p-3 text-sm empty:hidden">
        {sent}
      </output>
    </form>
  );
}
