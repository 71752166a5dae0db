import { idAt } from "#lib/ids.ts";
import { normalise } from "#lib/people/normalise.ts";
import { calledName } from "./cast.ts";
import type { Chance } from "./chance.ts";
import type { Joined } from "./people-rows.ts";
import { placeOf, type TalkLine } from "./talk-lines.ts";
import { minute } from "./times.ts";

/** Rows by their table: names as in schema.prisma, times in ISO 8601. */
export type ChatRows = {
  chatThreads: {
    companyId: string;
    id: string;
    kind: "DIRECT" | "GROUP";
    directKey: string | null;
    name: string | null;
    lastNumber: number;
    revision: number;
    lastMessageAt: string;
    createdAt: string;
  }[];
  chatParticipants: {
    companyId: string;
    threadId: string;
    memberId: string;
    state: "ACTIVE" | "ASKED";
    role: "MEMBER" | "ADMIN";
    askedBy: string | null;
    joinedAt: string;
  }[];
  chatPlaces: {
    companyId: string;
    threadId: string;
    memberId: string;
    readNumber: number;
    muted: boolean;
  }[];
  notifications: {
    companyId: string;
    memberId: string;
    kind: "CHAT";
    subject: string;
    pushedNumber: number;
    mailedNumber: number;
  }[];
  chatMessages: {
    companyId: string;
    threadId: string;
    number: number;
    revision: number;
    id: string;
    authorId: string;
    clientId: string;
    kind: "TEXT" | "NOTICE";
    text: string;
    folded: string;
    notice: { type: "created" } | null;
    quotedNumber: number | null;
    mentions: readonly string[];
    sentAt: string;
    editedAt: string | null;
  }[];
  chatReactions: {
    companyId: string;
    threadId: string;
    number: number;
    memberId: string;
    emoji: string;
    createdAt: string;
  }[];
};

type Thread = ChatRows["chatThreads"][number];
type Standing = Pick<ChatRows["chatParticipants"][number], "state" | "role" | "askedBy">;

export function noChats(): ChatRows {
  return {
    chatThreads: [],
    chatParticipants: [],
    chatPlaces: [],
    notifications: [],
    chatMessages: [],
    chatReactions: [],
  };
}

/** A thread that began at one time, and whose last message is of another. */
export function addThread(
  rows: ChatRows,
  { row: { companyId } }: Joined,
  about: Pick<Thread, "kind" | "directKey" | "name" | "lastNumber">,
  { begun, last }: { begun: number; last: number },
  chance: Chance,
): Thread {
  const thread: Thread = {
    companyId,
    id: idAt(begun, chance.bytes(10)),
    ...about,
    revision: about.lastNumber,
    lastMessageAt: iso(last),
    createdAt: iso(begun),
  };
  rows.chatThreads.push(thread);
  return thread;
}

export function addParticipant(
  rows: ChatRows,
  { companyId, id: threadId, createdAt: joinedAt, lastNumber }: Thread,
  memberId: string,
  standing: Standing,
  readNumber: number,
): void {
  rows.chatParticipants.push({ companyId, threadId, memberId, ...standing, joinedAt });
  rows.chatPlaces.push({ companyId, threadId, memberId, readNumber, muted: false });
  // What the sample world holds calls nobody by mail or push.
  const told = { pushedNumber: lastNumber, mailedNumber: lastNumber };
  rows.notifications.push({ companyId, memberId, kind: "CHAT", subject: threadId, ...told });
}

/** Adds what these people said, from that number on, and how they marked it. */
export function addLines(
  rows: ChatRows,
  thread: Thread,
  members: readonly Joined[],
  lines: readonly TalkLine[],
  { times, number: first, now }: { times: readonly number[]; number: number; now: number },
  chance: Chance,
): void {
  lines.forEach((line, index) => {
    const author = memberAt(members, line.author);
    const time = times[index] ?? now;
    const number = first + index;
    const text = line.text.replace(/\{([a-z])\}/g, (_, letter: string) =>
      calledName(memberAt(members, placeOf(letter))),
    );
    const quotedNumber = line.quoted === null ? null : line.quoted + first - 1;
    const editedAt = line.edited ? time + minute : null;
    addMessage(rows, thread, { number, author, time, text, quotedNumber, editedAt }, chance);
    for (const { emoji, by } of line.marks)
      by.forEach((place, step) => {
        rows.chatReactions.push({
          companyId: thread.companyId,
          threadId: thread.id,
          number,
          memberId: memberAt(members, place).row.id,
          emoji,
          createdAt: iso(Math.min(now, time + (step + 1) * 20_000)),
        });
      });
  });
}

interface Message {
  number: number;
  author: Joined;
  time: number;
  text: string;
  notice?: { type: "created" };
  quotedNumber?: number | null;
  editedAt?: number | null;
}

export function addMessage(
  rows: ChatRows,
  { companyId, id: threadId }: Thread,
  { number, author, time, text, notice, quotedNumber = null, editedAt }: Message,
  chance: Chance,
): void {
  rows.chatMessages.push({
    companyId,
    threadId,
    number,
    revision: number,
    id: idAt(time, chance.bytes(10)),
    authorId: author.row.id,
    clientId: idAt(time, chance.bytes(10)),
    kind: notice ? "NOTICE" : "TEXT",
    text,
    folded: normalise(text),
    notice: notice ?? null,
    quotedNumber,
    mentions: [],
    sentAt: iso(time),
    editedAt: editedAt ? iso(editedAt) : null,
  });
}

function memberAt(members: readonly Joined[], place: number): Joined {
  const member = members[place];
  if (!member) throw new Error(`The talk has no member ${place + 1}`);
  return member;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
