"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { createEnterReader, isForInputMethod } from "#components/ui/enter-key.ts";

type DraftedFormProps = {
  /** One has opened it, and goes on in its first field. */
  byHand: boolean;
  restored: boolean;
  unkeepable: boolean;
  errors: Record<string, string>;
  pending: boolean;
  /** What the button says that sends them; otherwise that it saves. */
  submit?: string;
  /** Escape gives up only where nothing was changed. */
  holds?: boolean;
  onStartOver: () => void;
  onDiscard: () => void;
  onCancel: () => void;
  onSubmit: () => void;
  children: ReactNode;
};

/**
 * Around fields of which what is typed is kept on the device. Enter sends them, but for the one that confirms a kana conversion; Escape
 * gives up.
 */
export function DraftedForm(props: DraftedFormProps) {
  const { byHand, restored, unkeepable, errors, pending, submit, holds = false, children } = props;
  const text = useTranslations("ui.drafts");
  const ref = useRef<HTMLFormElement>(null);
  const [enter] = useState(createEnterReader);
  const goOn = useRef(byHand);
  useEffect(() => {
    // A field may come later; the focus waits for it where it is.
    if (goOn.current)
      (ref.current?.querySelector<HTMLElement>("input, select, textarea") ?? ref.current)?.focus();
  }, []);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  function readKey(event: KeyboardEvent<HTMLFormElement>) {
    const { nativeEvent, currentTarget, target, key } = event;
    // Of a menu's too, which stands elsewhere: there it closes the menu alone.
    const isInForm = target instanceof Node && currentTarget.contains(target);
    if (key === "Escape" && isInForm && !holds && !isForInputMethod(nativeEvent)) {
      // A field may keep a word until one leaves it.
      if (target instanceof HTMLElement) target.blur();
      props.onCancel();
    }
    if (key === "Enter" && target instanceof HTMLInputElement && !enter.sends(nativeEvent))
      event.preventDefault();
  }
  return (
    <form
      ref={ref}
      noValidate
      tabIndex={-1}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
      onKeyDown={readKey}
      onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
      className="grid gap-6 outline-none"
    >
      {restored && (
        <Banner
          action={
            <Button size="small" onClick={props.onStartOver}>
              {text("startOver")}
            </Button>
          }
        >
          {text("restored")}
        </Banner>
      )}
      {children}
      {unkeepable && (
        <Banner
          tone="careful"
          action={
            <Button size="small" variant="danger" onClick={props.onDiscard}>
              {text("discard")}
            </Button>
          }
        >
          {text("unkeepable")}
        </Banner>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={props.onCancel}>
          {text("cancel")}
        </Button>
        <Button variant="primary" type="submit" pending={pending}>
          {submit ?? text("save")}
        </Button>
      </div>
    </form>
  );
}
