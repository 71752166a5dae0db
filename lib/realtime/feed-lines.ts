import { findReaders, type Readers } from "#lib/feed/readers.ts";
import type { EventOf } from "#lib/live/events.ts";
import { swallow } from "#lib/swallow.ts";
import { type LiveServer, rooms } from "./rooms.ts";
import { spreadOf } from "./spread.ts";

/** Tells of lines of the feed, and of answers to them, those who read them: to all others a push would say that there is something. */
export class FeedLines {
  readonly #io: LiveServer;

  constructor(io: LiveServer) {
    this.#io = io;
  }

  added({ companyId, eventId }: EventOf<"feed:added">): void {
    void this.#tell("feed:new", { companyId, eventId, giver: null }).catch(swallow("telling of the feed"));
  }

  answered({ companyId, eventId, memberId: giver }: EventOf<"feed:answered">): void {
    void this.#tell("feed:answered", { companyId, eventId, giver }).catch(swallow("telling of the feed"));
  }

  async #tell(name: "feed:new" | "feed:answered", line: Parameters<typeof findReaders>[0]): Promise<void> {
    const { companyId, eventId } = line;
    // Nobody of that company is connected to this process.
    if (!this.#io.sockets.adapter.rooms.has(rooms.company(companyId))) return;
    const readers = await findReaders(line);
    if (!readers) return;
    const { parted } = readers;
    const room = roomOf(companyId, readers);
    this.#io
      .to(room)
      .except(parted.map((memberId) => rooms.member(companyId, memberId)))
      .emit(name, { eventId, within: spreadOf(this.#io, room) });
  }
}

function roomOf(companyId: string, { reader, viewerKind }: Readers): string {
  if (reader) return rooms.member(companyId, reader);
  return viewerKind ? rooms.viewers(companyId, viewerKind) : rooms.company(companyId);
}
