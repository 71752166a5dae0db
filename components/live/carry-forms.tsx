"use client";

import { useEffect } from "react";
import { rememberForm, sendCarriedForm } from "./kept-form.ts";

/** In every page: what is typed into a form outlives a page that has grown old (ErrorFallback). */
export function CarryForms() {
  useEffect(() => {
    document.addEventListener("submit", rememberForm, true);
    sendCarriedForm();
    return () => document.removeEventListener("submit", rememberForm, true);
  }, []);
  return null;
}
