const signs = {
  address: /\b5\.1\.[0-9]|unknown|no such|not exist|not found|invalid (recipient|mailbox)/i,
  full: /\b5\.2\.2|quota|mailbox (is )?full/i,
  refused: /\b5\.7\.|spam|blocked|policy|rejected/i,
} as const;

/** Why a mail came back, as far as the server's words (RFC 3463, or what they usually are) tell: no such address, no room there, or not from us. */
export function bounceReason(answer: string): keyof typeof signs | null {
  const reasons = ["address", "full", "refused"] as const;
  return reasons.find((reason) => signs[reason].test(answer)) ?? null;
}
