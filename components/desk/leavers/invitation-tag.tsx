import { useTranslations } from "next-intl";
import { StatusTag, type StatusTone } from "#components/ui/status-tag.tsx";
import type { InvitationStatus } from "#lib/leavers/list-policy.ts";

const tones: Record<InvitationStatus, StatusTone> = {
  none: "quiet",
  queued: "waiting",
  sent: "news",
  opened: "news",
  joined: "fine",
  bounced: "wrong",
  unsure: "careful",
  expired: "careful",
  revoked: "quiet",
};

/** Where a leaver's invitation stands. */
export function InvitationTag({ status }: { status: InvitationStatus }) {
  const text = useTranslations("leavers.invitation.statuses");
  return <StatusTag tone={tones[status]}>{text(status)}</StatusTag>;
}
