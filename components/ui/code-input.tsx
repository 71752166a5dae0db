"use client";

import type { ComponentProps, FormEvent } from "react";
import { classNames } from "./class-names.ts";
import { controlStyle } from "./control-style.ts";
import { useFieldControl } from "./field-context.ts";

type CodeInputProps = Omit<ComponentProps<"input">, "type" | "inputMode" | "autoComplete" | "maxLength">;

const codeLength = 6;

/** A one-time code in one field: pasting "123 456" or typing full-width digits both come out as plain digits. */
export function CodeInput({ className, ...rest }: CodeInputProps) {
  return (
    <input
      {...useFieldControl()}
      {...rest}
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern={`[0-9]{${codeLength}}`}
      onInput={keepDigits}
      onCompositionEnd={keepDigits}
      className={classNames(
        controlStyle,
        "max-w-60 min-h-14 text-center text-xl! tracking-[0.35em] tabular-nums indent-[0.35em]",
        className,
      )}
    />
  );
}

function keepDigits(event: FormEvent<HTMLInputElement>) {
  if ("isComposing" in event.nativeEvent && event.nativeEvent.isComposing) return;
  const input = event.currentTarget;
  const digits = input.value.normalize("NFKC").replace(/\D/g, "").slice(0, codeLength);
  if (digits !== input.value) input.value = digits;
}
