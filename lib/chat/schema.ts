import { z } from "zod";
import { fileFactsSchema } from "#lib/files/schema.ts";
import type { Person, PersonCard } from "#lib/people/schema.ts";

const id = z.uuid();

/** A piece of what was found: of the words that were looked for, or of what stands around them. */
export type ExcerptPart = { text: string; hit: boolean };

/** A message that was found, and where it stands. */
export type MessageHit = {
  id: string;
  threadId: string;
  kind: ThreadKind;
  threadName: string;
  number: number;
  /** Null of one who has left the network. */
  author: PersonCard | null;
  sentAt: string;
  excerpt: ExcerptPart[];
};
export type MessageHits = { hits: MessageHit[]; more: boolean };

/** Whom words find, of how many, or of at least how many. */
export type FoundPeople = { people: PersonCard[]; total: number; atLeast: boolean };

/** What happened to a thread itself, set among its lines. */
export const noticeSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("created") }),
  z.object({ type: z.literal("added"), memberIds: z.array(id) }),
  z.object({ type: z.literal("joined") }),
  z.object({ type: z.literal("left") }),
  z.object({ type: z.literal("removed"), memberIds: z.array(id) }),
  z.object({ type: z.literal("renamed"), name: z.string().nullable() }),
  z.object({ type: z.literal("picture") }),
  z.object({ type: z.literal("admin"), memberIds: z.array(id), on: z.boolean() }),
  z.object({ type: z.literal("link"), on: z.boolean() }),
  z.object({ type: z.literal("accepted") }),
]);
export type Notice = z.infer<typeof noticeSchema>;

/** A file of a message. */
export const chatFileSchema = fileFactsSchema;
export type ChatFile = z.infer<typeof chatFileSchema>;

/** The members who reacted with an emoji, in the order in which they did. */
export type Reaction = { emoji: string; memberIds: string[] };

/** The message that a reply quotes, as it is now; its text cut short. */
export type Quote = { number: number; authorId: string; text: string; deleted: boolean; files: number };

/**
 * A line of a conversation. `number` counts 1, 2, 3 … within the thread, without gaps; `revision` is the thread's at the line's
 * last change, so that of two the one with the higher is the newer. A deleted line keeps its place and has no words.
 */
export type ChatLine = {
  threadId: string;
  number: number;
  revision: number;
  id: string;
  authorId: string;
  clientId: string;
  text: string;
  sentAt: string;
  editedAt: string | null;
  deleted: boolean;
  notice: Notice | null;
  quote: Quote | null;
  mentions: string[];
  reactions: Reaction[];
  files: ChatFile[];
};

/** What folded lines hold, and who wrote them. */
export type Unfolded = { lines: ChatLine[]; people: PersonCard[] };

/** Lines of a thread after their changes. A screen that knows revision `from` knows `to` with them; one before it has to ask. */
export type ThreadPush = { threadId: string; from: number; to: number; lines: ChatLine[] };

/** Lines in the order of their numbers. `more`: there are others in the direction that was asked for. */
export type ChatPage = { lines: ChatLine[]; more: boolean };

/** Another's read mark, shown only where both of them share theirs. */
export type SharedMark = { memberId: string; number: number };

/**
 * What changed in a thread after a revision, in the order of the changes: with these lines a screen is at `revision`. `more`: ask
 * again from there. `afresh`: too much changed; `lines` are the newest page, before which `older` says whether there is more.
 */
export type ThreadChanges = {
  revision: number;
  lines: ChatLine[];
  more: boolean;
  afresh: boolean;
  older: boolean;
  readNumber: number;
  seen: SharedMark[];
};

export type ThreadKind = "DIRECT" | "GROUP";

/** open: the viewer takes part; asked: it needs the viewer's consent; waiting: it needs the other's; closed: the viewer may not write. */
export type ThreadStanding = "open" | "asked" | "waiting" | "closed";

/** A person as a list of threads shows one. */
export type ThreadPerson = Pick<
  PersonCard,
  "memberId" | "kind" | "displayName" | "monogram" | "photo" | "apart"
>;

/** A thread as the list shows it. */
export type ThreadCard = {
  id: string;
  kind: ThreadKind;
  /** The other person's, the group's, or those of its first members. */
  name: string;
  /** The other person of a direct thread; up to three others of a group. */
  people: ThreadPerson[];
  /** The file of a group's picture. */
  picture: string | null;
  standing: ThreadStanding;
  last:
    | (Pick<ChatLine, "text" | "authorId" | "sentAt" | "number" | "revision" | "deleted" | "notice"> & {
        files: number;
        /** The author's name; null where it is not known. */
        author: string | null;
      })
    | null;
  /** The lines after the read mark that are not silent; of a request, none before it is answered. */
  unread: number;
  readNumber: number;
  muted: boolean;
  pinned: boolean;
  archived: boolean;
};

export type LatestThread = Pick<ThreadCard, "id" | "kind" | "name" | "picture" | "unread"> & {
  people: PersonCard[];
};

/** A group that somebody else is in too. */
export type SharedGroup = Pick<ThreadCard, "id" | "name">;

export type ParticipantRole = "MEMBER" | "ADMIN";
export type ParticipantState = "ACTIVE" | "ASKED" | "DECLINED" | "BARRED" | "LEFT";
export type Participant = {
  person: PersonCard;
  role: ParticipantRole;
  /** ASKED and LEFT are shown: who has not answered yet, and who wrote and went. A DECLINED or BARRED one looks as before it. */
  state: "ACTIVE" | "ASKED" | "LEFT";
};

/** A thread as its page needs it. */
export type Thread = {
  id: string;
  kind: ThreadKind;
  name: string;
  /** What its admins called it; null while nobody did. */
  givenName: string | null;
  picture: string | null;
  standing: ThreadStanding;
  /** Everybody of it, the viewer included, by name. */
  participants: Participant[];
  /** Of the others who are in it the first who came, as in the list: up to three. */
  people: PersonCard[];
  /** The viewer's own. */
  role: ParticipantRole;
  /** Who asked the viewer, where standing is "asked". */
  askedBy: string | null;
  /** The path's last part of the link by which one may join; null without one. */
  joinToken: string | null;
  blocked: boolean;
  /** How many who are or were in a group the viewer blocked: they stand in no list, and their lines are folded. */
  folds: number;
  /** Whether the other person of a direct thread is no longer, or not now, an active member. */
  away: boolean;
  muted: boolean;
  pinned: boolean;
  archived: boolean;
  lastNumber: number;
  revision: number;
  readNumber: number;
  seen: SharedMark[];
};

/** What a member chose for chat. Minutes: after how long unread messages are told by mail; 0 for never. */
export const chatPreferencesSchema = z.object({
  shareReads: z.boolean(),
  showOnline: z.boolean(),
  mailAfterMinutes: z.union([z.literal(0), z.literal(5), z.literal(15), z.literal(60)]),
  mailContent: z.boolean(),
  pushContent: z.boolean(),
});
export type ChatPreferences = z.infer<typeof chatPreferencesSchema>;

/** Who asks for the viewer's consent, null where they are no longer here, and how many belong to what the viewer is asked into. */
export type ChatRequest = { asker: Person | null; members: number };

/** A group as its link shows it before one joins. `joined`: the viewer is in it already. */
export type JoinableGroup = { id: string; name: string | null; members: number; joined: boolean };
