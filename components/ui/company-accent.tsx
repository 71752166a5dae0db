"use client";

import { useDocumentNonce } from "#components/ui/document-nonce.tsx";

/** Puts the page into a company's colour: on :root, so that dialogs and menus, which open outside the frame, wear it too. */
export function CompanyAccent({ hue }: { hue: number }) {
  return <style nonce={useDocumentNonce()}>{`:root{--accent-hue:${hue}}`}</style>;
}
