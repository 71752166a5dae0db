"use client";

import { useEffect, useRef, useState } from "react";
import type { Answer } from "#components/live/live-request.ts";
import type { Saving } from "#components/live/use-choice.ts";
import type { Draft, FormDraft } from "./form-draft.ts";
import { errorsBeside, errorsOf } from "./form-errors.ts";
import { isSame } from "./same-values.ts";

type Written<Values> = { written: boolean; now: Values };
/** Sends what was written over what stood there as one began. */
export type Send<Values> = (before: Values, after: Values) => Promise<Answer<Written<Values>>>;

type Form<Values> = Omit<Draft<Values>, "open"> & {
  /** It goes on from what the device had kept. */
  restored: boolean;
  /** Another number for each time that one began: its fields begin anew. */
  begun: number;
};

type DraftedFormOptions<Values> = {
  /** What stands there. */
  kept: Values;
  draft: FormDraft<Values>;
  send: Send<Values>;
  /** What can be told before it is sent: a message key for each field. */
  check?: (values: Values) => Record<string, string>;
  /** What was not changed is sent as well: nothing stands there yet. */
  isNew?: boolean;
};

/**
 * Something that is read, and written in its place. What is typed is kept on the device from the first letter until it is sent: it comes
 * back with the page, and whoever cancels finds it again.
 */
export function useDraftedForm<Values extends object>(options: DraftedFormOptions<Values>) {
  const { kept, draft, send, check = () => ({}), isNew = false } = options;
  const [form, setForm] = useState<Form<Values> | null>(null);
  const [saving, setSaving] = useState<Saving>("untouched");
  const [errors, setErrors] = useState<Record<string, string>>({});
  /** What another has written meanwhile. */
  const [theirs, setTheirs] = useState<Values | null>(null);
  /** Something that was begun waits on the device. */
  const [waits, setWaits] = useState(false);
  /** The browser keeps nothing: to cancel is to lose it. */
  const [unkeepable, setUnkeepable] = useState(false);
  // What the server answered, until the page says it itself.
  const [answered, setAnswered] = useState<{ kept: Values; now: Values } | null>(null);
  const latest = useRef<Values>(kept);
  const begun = useRef(0);

  useEffect(() => {
    const found = draft.read();
    if (!found) return;
    if (!found.open) return setWaits(true);
    latest.current = found.typed;
    begun.current++;
    setForm({ before: found.before, typed: found.typed, restored: true, begun: begun.current });
  }, [draft]);

  const shown = answered?.kept === kept ? answered.now : kept;

  function start(next: Omit<Form<Values>, "begun">) {
    latest.current = next.typed;
    begun.current++;
    setForm({ ...next, begun: begun.current });
  }
  function open() {
    const found = draft.read();
    const next = found ?? { before: shown, typed: shown };
    start({ before: next.before, typed: next.typed, restored: found !== null });
    if (found) draft.keep({ ...found, open: true });
    setSaving("untouched");
    setWaits(false);
  }
  function startOver() {
    draft.drop();
    start({ before: shown, typed: shown, restored: false });
    setErrors({});
    setTheirs(null);
    setSaving("untouched");
  }
  function change(part: Partial<Values>) {
    if (!form) return;
    const typed = { ...latest.current, ...part };
    latest.current = typed;
    setForm({ ...form, typed });
    setUnkeepable(false);
    setErrors((now) => errorsBeside(part, now));
    draft.keep({ before: form.before, typed, open: true });
  }
  function close() {
    setForm(null);
    setTheirs(null);
    setErrors({});
    setUnkeepable(false);
    setSaving("untouched");
  }
  function cancel() {
    if (!form) return;
    if (isSame(form.before, latest.current)) draft.drop();
    else if (draft.keep({ before: form.before, typed: latest.current, open: false })) setWaits(true);
    else return setUnkeepable(true);
    close();
  }
  function discard() {
    draft.drop();
    setWaits(false);
    // What they wrote meanwhile is what stands there.
    if (theirs) setAnswered({ kept, now: theirs });
    close();
  }

  /** `over`: what it is written over, where that is not what stood there as one began. */
  async function save(over?: Values) {
    if (!form || saving === "saving") return;
    const typed = latest.current;
    const found = check(typed);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    if (!over && !isNew && isSame(form.before, typed)) return cancel();
    setSaving("saving");
    const answer = await send(over ?? form.before, typed);
    if (!answer.ok) return refuse(answer);
    const { written, now } = answer.data;
    if (!written) {
      setTheirs(now);
      return setSaving("untouched");
    }
    if (isSame(latest.current, typed)) {
      discard();
    } else {
      // They went on writing meanwhile.
      const next = { before: now, typed: latest.current };
      draft.keep({ ...next, open: true });
      setForm({ ...form, ...next, restored: false });
    }
    setAnswered({ kept, now });
    setSaving("saved");
  }
  function refuse(answer: Extract<Answer<never>, { ok: false }>) {
    const told = answer.code === "invalid" ? errorsOf(answer.fields) : {};
    const atFields = Object.keys(told).length > 0;
    setErrors(told);
    setSaving(atFields ? "untouched" : answer);
    if (atFields) setTheirs(null);
  }
  return {
    form,
    shown,
    saving,
    errors,
    theirs,
    waits,
    unkeepable,
    open,
    startOver,
    change,
    cancel,
    discard,
    save,
  };
}
