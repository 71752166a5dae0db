import type { ThreadCard } from "#lib/chat/schema.ts";

type ApartProps = { thread: Pick<ThreadCard, "kind" | "people"> };

/** After the name of a direct thread: what tells the other one apart from a namesake of the list. */
export function Apart({ thread: { kind, people } }: ApartProps) {
  const apart = kind === "DIRECT" && people[0]?.apart;
  return apart && <span className="ms-2 text-xs font-normal text-ink-soft">{apart}</span>;
}
