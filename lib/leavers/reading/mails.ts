import { emailSchema } from "#lib/auth/schema.ts";
import { type Group, pick } from "./groups.ts";
import type { FoundPerson, Problem } from "./person.ts";

/**
 * Where to write to somebody. What is not the company's own is taken, of the columns for private mail first; an address at one of its
 * `ownDomains` is their address at work, and told of, since nobody reads it any more.
 */
export function readMails(
  group: Group,
  ownDomains: ReadonlySet<string>,
): { mails: Pick<FoundPerson, "mail" | "workMail">; problems: Problem[] } {
  const problems: Problem[] = [];
  const mails: Pick<FoundPerson, "mail" | "workMail"> = {
    mail: null,
    workMail: addressOf(pick(group, "workMail")?.text),
  };
  const cells = (["privateMail", "mail"] as const).flatMap((field) => {
    const cell = pick(group, field);
    return cell ? { field, cell } : [];
  });
  for (const { field, cell } of cells) {
    const address = addressOf(cell.text);
    if (address === null) problems.push({ field, kind: "error", reason: "not-an-address", cell });
    else if (isOwn(address, ownDomains)) {
      problems.push({ field, kind: "warning", reason: "own-domain", cell });
      mails.workMail ??= address;
    } else mails.mail ??= address;
  }
  if (cells.length === 0)
    problems.push({ field: "privateMail", kind: "warning", reason: "no-mail", cell: null });
  return { mails, problems };
}

function addressOf(text: string | undefined): string | null {
  return emailSchema.safeParse(text).data ?? null;
}

/** At the domain or at one below it. */
function isOwn(address: string, ownDomains: ReadonlySet<string>): boolean {
  const labels = address.slice(address.lastIndexOf("@") + 1).split(".");
  return labels.some((_, index) => ownDomains.has(labels.slice(index).join(".")));
}
