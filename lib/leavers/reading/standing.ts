import { readDate } from "./dates.ts";
import { type Group, pick } from "./groups.ts";
import type { FoundPerson, Problem } from "./person.ts";
import { cellOf } from "./rows.ts";

/** Who is not among a file's leavers: they work there, or are on leave. */
export type LeftOut = "active" | "on-leave";

/**
 * Whether somebody has left, by what the file says of their status, their day of leaving (null for none, undefined for one that can't be read)
 * and how they left. `today` as YYYY-MM-DD.
 */
export function readStanding(
  group: Group,
  leftOn: string | null | undefined,
  rehiredOn: string | null,
  today: string,
): { standing: FoundPerson["standing"] | LeftOut; problems: Problem[] } {
  if (isDead(group)) return { standing: "dead", problems: [] };
  const status = statusOf(pick(group, "status")?.text ?? "");
  const warn = (reason: Problem["reason"], field: "left" | "rehired" | "status"): Problem[] => [
    { field, kind: "warning", reason, cell: pick(group, field) ?? null },
  ];
  if (status === "active" || status === "on-leave") {
    if (leftOn === null) return { standing: status, problems: [] };
    if (leftOn && leftOn >= today) return { standing: "upcoming", problems: [] };
    return { standing: "unclear", problems: warn("active-but-left", "status") };
  }
  if (rehiredOn && leftOn && rehiredOn >= leftOn)
    return { standing: "unclear", problems: warn("rehired", "rehired") };
  if (leftOn === null)
    return { standing: status === "left" ? "left" : "unclear", problems: warn("no-leaving-date", "left") };
  return { standing: leftOn && leftOn > today ? "upcoming" : "left", problems: [] };
}

/** How somebody left is read for this alone. */
function isDead({ rows }: Group): boolean {
  return rows.some((row) => {
    const departures = row.source.departures.map((index) => row.cells[index] ?? "");
    if (deathWords.test([...departures, cellOf(row, "status")?.text].join(" "))) return true;
    const died = readDate(cellOf(row, "died")?.text ?? "", undefined);
    return "problem" in died || died.day !== null;
  });
}

const deathWords = /死亡|死去|逝去|逝世|物故|\bdeath\b|\bdeceased\b|\bdied\b/i;

function statusOf(text: string): LeftOut | "left" | undefined {
  const plain = text.normalize("NFKC").trim().toLowerCase();
  if (/^(?:休職|休業|育休|産休|休)|^(?:on )?leave\b/.test(plain)) return "on-leave";
  if (/^(?:在籍|在職|勤務中|入社予定|就業中)|^(?:active|employed|current|hired|onboarding)$/.test(plain))
    return "active";
  if (/^(?:退職|退社|離職|退所|退任)(?!予定)|^(?:inactive|terminated|left|former|departed)$/.test(plain))
    return "left";
  return undefined;
}
