import type { Locale } from "#lib/auth/schema.ts";
import type { InvitationStatus } from "#lib/leavers/list-policy.ts";
import type { Obstacle } from "./policy.ts";

/** How it stands with inviting a leaver. Times as ISO, null where there was no invitation. */
export type InvitationDetail = {
  /** Null for who died, or is a member by another way. */
  status: InvitationStatus | null;
  /** What keeps HR from sending a mail now. */
  obstacle: Obstacle | null;
  invitedAt: string | null;
  expiresAt: string | null;
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

/** How a company's invitations stand. */
export type InvitationCounts = {
  /** People by where their invitation stands; of "none", all whom nobody invited, who have not joined either. */
  statuses: Record<InvitationStatus, number>;
  /** Mails that are due and have not gone. */
  waiting: number;
  /** How many have refused, and the last day; null for nobody. */
  refused: { people: number; lastOn: string } | null;
};

/** A mail as somebody would get it. */
export type InvitationPreview = { to: string; subject: string; html: string };
