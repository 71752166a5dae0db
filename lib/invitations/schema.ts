import type { Locale } from "#lib/auth/schema.ts";
import type { Obstacle } from "./policy.ts";

/** Where a leaver's invitation stands. "expired" and "none" are no states of it, but what its time and its absence say. */
export const invitationStatuses = [
  "none",
  "queued",
  "sent",
  "printed",
  "opened",
  "joined",
  "bounced",
  "unsure",
  "expired",
  "revoked",
] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

/** Times as ISO. */
export type InvitationDetail = {
  status: InvitationStatus;
  invitedAt: string;
  expiresAt: string;
  openedAt: string | null;
  joinedAt: string | null;
  reminders: number;
  /** Whom they became, once they have joined. */
  memberId: string | null;
  /** The newest first; `answer`: what the mail server said. */
  mails: InvitationMail[];
};

export type InvitationMail = {
  id: string;
  reminder: boolean;
  state: "QUEUED" | "SENDING" | "SENT" | "UNSURE" | "BOUNCED" | "CANCELLED";
  address: string | null;
  dueAt: string;
  sentAt: string | null;
  answer: string | null;
};

/** Whom a mail would go to, and who is left out for what reason. */
export type InvitingCounts = { invite: number; remind: number; left: Partial<Record<Obstacle, number>> };

/** Who a company's mails are from. */
export type Sender = { name: string; postalAddress: string; contact: string };

export type InvitationWords = { subject: string; body: string };
export type InvitationTexts = {
  sender: Sender | null;
  /** `own` is null where the company has none of its own. */
  texts: Record<Locale, { own: InvitationWords | null; standard: InvitationWords }>;
};
