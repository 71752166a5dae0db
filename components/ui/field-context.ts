"use client";

import { createContext, useContext } from "react";

type FieldParts = { id: string; describedBy: string | undefined; invalid: boolean };

export const FieldContext = createContext<FieldParts | null>(null);

/** The attributes that tie a control to the label, hint and error of the Field around it; none outside a Field. */
export function useFieldControl() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return { id: field.id, "aria-describedby": field.describedBy, "aria-invalid": field.invalid || undefined };
}
