"use client";

import { useEffect, useRef } from "react";

/** Puts the cursor into the field whenever a new refusal comes back. */
export function useFocusOnRefusal(refusal: unknown) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (refusal) field.current?.focus();
  }, [refusal]);
  return field;
}
