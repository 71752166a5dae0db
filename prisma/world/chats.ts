import { idAt } from "#lib/ids.ts";
import { displayName, isJapaneseName } from "#lib/people/names.ts";
import { normalise } from "#lib/people/normalise.ts";
import { people } from "#prisma/world.ts";
import { type Chance, makeChance } from "./chance.ts";
import type { Joined } from "./members.ts";
import type { World } from "./rows.ts";
import type { Talk, Talker } from "./talk.ts";
import { awake, day, duration, minute, usualTime } from "./times.ts";
import type { CompanySlug, Membership } from "./types.ts";

export type ChatRows = Pick<
  World,
  "chatThreads" | "chatParticipants" | "chatPlaces" | "chatMessages" | "chatReactions"
>;
interface Line {
  author: "a" | "b";
  gap: number;
  text: string;
}

/** The rows of a company's conversations. Employees without a name are each in one of them at most. */
export function makeChats(
  talks: readonly Talk[],
  company: CompanySlug,
  joined: readonly Joined[],
  now: number,
): ChatRows {
  const chance = makeChance(`${company} chats`);
  const here = joined.filter(({ membership }) => membership.company === company);
  const cast = makeCast(here, chance);
  const rows = noChats();
  for (const talk of talks) addThread(rows, talk, cast(talk.between[0]), cast(talk.between[1]), now, chance);
  return rows;
}

export function noChats(): ChatRows {
  return { chatThreads: [], chatParticipants: [], chatPlaces: [], chatMessages: [], chatReactions: [] };
}

function addThread(rows: ChatRows, talk: Talk, a: Joined, b: Joined, now: number, chance: Chance): void {
  const lines = parseLines(talk.text, chance);
  const times = sendingTimes(lines, now, duration(talk.ago), a.membership.company, chance);
  const [first = now] = times;
  const last = lines.at(-1);
  const companyId = a.row.companyId;
  const threadId = idAt(first, chance.bytes(10));
  const createdAt = new Date(first).toISOString();
  const lastAt = new Date(times.at(-1) ?? first).toISOString();
  rows.chatThreads.push({
    companyId,
    id: threadId,
    kind: "DIRECT",
    directKey: [a.row.id, b.row.id].sort().join(":"),
    name: null,
    lastNumber: lines.length,
    revision: lines.length,
    lastMessageAt: lastAt,
    createdAt,
  });
  for (const [letter, who] of [
    ["a", a],
    ["b", b],
  ] as const) {
    const readNumber = lines.length - (last?.author === letter ? 0 : (talk.unread ?? 0));
    const memberId = who.row.id;
    rows.chatParticipants.push({
      companyId,
      threadId,
      memberId,
      state: "ACTIVE",
      role: "MEMBER",
      askedBy: null,
      joinedAt: createdAt,
    });
    // What the sample world holds calls nobody by mail or push.
    const told = { muted: false, pushedNumber: lines.length, mailedNumber: lines.length };
    rows.chatPlaces.push({ companyId, threadId, memberId, readNumber, ...told });
  }
  lines.forEach((line, index) => {
    const time = times[index] ?? first;
    const text = line.text.replaceAll("{a}", calledName(a)).replaceAll("{b}", calledName(b));
    rows.chatMessages.push({
      companyId,
      threadId,
      number: index + 1,
      revision: index + 1,
      id: idAt(time, chance.bytes(10)),
      authorId: (line.author === "a" ? a : b).row.id,
      clientId: idAt(time, chance.bytes(10)),
      kind: "TEXT",
      text,
      folded: normalise(text),
      notice: null,
      quotedNumber: null,
      mentions: [],
      sentAt: new Date(time).toISOString(),
      editedAt: null,
    });
  });
}

export function makeCast(here: readonly Joined[], chance: Chance): (talker: Talker) => Joined {
  const taken = new Set<string>(Object.values(people).map(({ email }) => email));
  return (talker) => {
    const fitting =
      typeof talker === "object" && "employeeOf" in talker
        ? here.filter(
            ({ email, membership }) => isOldHand(membership, talker.employeeOf) && !taken.has(email),
          )
        : here.filter(({ email }) => email === (typeof talker === "string" ? people[talker] : talker).email);
    if (fitting.length === 0) throw new Error(`Nobody to talk: ${JSON.stringify(talker)}`);
    const chosen = chance.pick(fitting);
    taken.add(chosen.email);
    return chosen;
  };
}

/** An employee who worked here with those who left, and was in the network before any talk began, whatever day it is. */
function isOldHand({ kind, department, daysAgo, joinedOn }: Membership, employeeOf: string): boolean {
  return kind === "EMPLOYEE" && department === employeeOf && daysAgo > 260 && joinedOn < "2013";
}

/** 高橋 to a Japanese, Hannah to others: each text adds its own さん. */
export function calledName({ membership }: Joined): string {
  return isJapaneseName(membership) ? membership.familyName : (displayName(membership).split(" ")[0] ?? "");
}

function parseLines(text: string, chance: Chance): Line[] {
  return text
    .trim()
    .split(/\n(?=[ab](?: \d+[mhd])?: )/)
    .map((part) => {
      const [, author, gap, said] = /^([ab])(?: (\d+[mhd]))?: ([\s\S]+)$/.exec(part) ?? [];
      if (!author || !said) throw new Error(`Not a line of a conversation: ${part}`);
      return { author: author === "a" ? "a" : "b", gap: pauseOf(gap, chance), text: said.trim() };
    });
}

/** About as long as the text says, or a few minutes. */
export function pauseOf(gap: string | undefined, chance: Chance): number {
  return Math.round(gap ? duration(gap) * (0.9 + 0.2 * chance.number()) : (1 + 5 * chance.number()) * minute);
}

/** Backwards from the last message: at usual times of other days, at any waking time of the same one. */
export function sendingTimes(
  lines: readonly { gap: number }[],
  now: number,
  ago: number,
  company: CompanySlug,
  chance: Chance,
): number[] {
  const times = [ago < day ? now - ago : usualTime(now - ago, now, company, chance)];
  for (const { gap } of lines.slice(1).reverse()) {
    const [next = now] = times;
    times.unshift(gap < day / 2 ? awake(next - gap, company) : usualTime(next - gap, next, company, chance));
  }
  return times;
}
