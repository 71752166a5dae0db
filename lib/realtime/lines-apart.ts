import type { ChatLine, ThreadPush } from "#lib/chat/schema.ts";
import { listChanges } from "#lib/chat/sync.ts";
import { NotFound } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { apartIn, type LiveServer, type LiveSocket, rooms } from "./rooms.ts";

/** A push, or a span of which nobody has read the lines for all. */
type Told = Omit<ThreadPush, "lines"> & { lines: ChatLine[] | null };

/**
 * Tells what changed in a thread to those of its room whom a block parts from somebody, but to the sockets `without`: where it concerns those
 * from whom they are parted, as they see it. Where that cannot be read, or is too much for one push, the screen is told to ask by itself.
 */
export function tellApart(
  io: LiveServer,
  companyId: string,
  { lines, ...span }: Told,
  without: readonly string[],
): void {
  const sockets = apartIn(io, companyId, rooms.thread(companyId, span.threadId));
  const toTell = sockets.filter(({ id }) => !without.includes(id));
  for (const [one, ...others] of Map.groupBy(toTell, ({ data }) => data.viewer.memberId).values()) {
    if (!one) continue;
    const concerned = !lines || lines.some((line) => concerns(line, one.data.parted));
    if (concerned) void tellAsSeen([one, ...others], one, span);
    else for (const socket of [one, ...others]) socket.emit("thread:changed", { ...span, lines });
  }
}

function concerns({ authorId, quote, reactions, notice }: ChatLine, members: ReadonlySet<string>): boolean {
  const named = notice && "memberIds" in notice ? notice.memberIds : [];
  const marking = reactions.flatMap(({ memberIds }) => memberIds);
  return [authorId, quote?.authorId ?? authorId, ...named, ...marking].some((id) => members.has(id));
}

/** A push after which a screen asks for what changed by itself. */
export function askYourself({ threadId, to }: Omit<ThreadPush, "lines">): ThreadPush {
  return { threadId, from: to, to, lines: [] };
}

async function tellAsSeen(
  sockets: LiveSocket[],
  { data: { viewer } }: LiveSocket,
  { threadId, from, to }: Omit<ThreadPush, "lines">,
): Promise<void> {
  let push = askYourself({ threadId, from, to });
  try {
    const { revision, lines, afresh, more } = await listChanges(viewer, threadId, from);
    if (!afresh && !more) push = { threadId, from, to: revision, lines };
  } catch (error) {
    // This reader may just have lost access.
    if (error instanceof NotFound) return;
    log.error("lines could not be told to one apart", { companyId: viewer.companyId, err: error });
  }
  for (const socket of sockets) socket.emit("thread:changed", push);
}
