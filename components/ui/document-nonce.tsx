"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

const Nonce = createContext<string | null>(null);

/**
 * Keeps the nonce of the request that brought this document: the only one that its Content-Security-Policy knows. What the server
 * renders later into the same document comes with others.
 */
export function DocumentNonce({ nonce, children }: { nonce: string | null; children: ReactNode }) {
  const [ownNonce] = useState(nonce);
  return <Nonce value={ownNonce}>{children}</Nonce>;
}

/** For the style elements of this document. */
export function useDocumentNonce(): string | undefined {
  return useContext(Nonce) ?? undefined;
}
