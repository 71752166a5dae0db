import "server-only";
import PostalMime from "postal-mime";
import { everyCompany, withScope } from "#lib/db.ts";
import { bouncedMailOf } from "./bounce-address.ts";

const maxAnswerLength = 300;

/** What a message that came back told: that a mail of an invitation was not delivered, that it is only late, or nothing of ours. */
type Bounce = "bounced" | "late" | "not-ours";

/**
 * Takes a message that came to an address of ours for bounces: a report of a mail server (RFC 3464) marks the mail and its invitation, unless somebody
 * has opened that meanwhile. Anything else changes nothing: answers of people and machines, reports that it is late, addresses that we did not make.
 */
export async function takeBounce(message: string | Uint8Array): Promise<Bounce> {
  const { headers, attachments } = await PostalMime.parse(message, { attachmentEncoding: "utf8" });
  const mailId = headers.map(({ value }) => bouncedMailOf(value)).find((id) => id !== null);
  const report = attachments.find(({ mimeType }) => mimeType === "message/delivery-status");
  if (!mailId || typeof report?.content !== "string") return "not-ours";
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, "im").exec(report.content as string)?.[1];
  const status = field("Status")?.trim() ?? "";
  if (field("Action")?.trim().toLowerCase() !== "failed" && !status.startsWith("5")) return "late";
  const diagnosis = field("Diagnostic-Code")
    ?.replace(/\s+/g, " ")
    .replace(/^\w+; ?/, "");
  const answer = [status, diagnosis].filter(Boolean).join(" ").slice(0, maxAnswerLength);
  await withScope(everyCompany, (tx) => tx.$executeRaw`SELECT note_bounce(${mailId}::uuid, ${answer})`);
  return "bounced";
}
