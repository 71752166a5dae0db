import { makeChats, makeGroups, makeRequests } from "./chats.ts";
import { makeInvitations } from "./invitations.ts";
import { makeLeaverRecords } from "./leaver-records.ts";
import { makeMembers } from "./members.ts";
import { everybody } from "./people.ts";
import { makePurposes } from "./purposes.ts";
import { makeRehireContacts } from "./rehire-contacts.ts";
import { deskTalks } from "./talks/aoba-desk.ts";
import { friendTalks } from "./talks/aoba-friends.ts";
import { aobaGroups, aobaRequests } from "./talks/aoba-groups.ts";
import { labTalks } from "./talks/aoba-labs.ts";
import { officeTalks } from "./talks/aoba-offices.ts";
import { larkfieldFriendTalks } from "./talks/larkfield-friends.ts";
import { larkfieldGroups, larkfieldRequests } from "./talks/larkfield-groups.ts";
import { workTalks } from "./talks/larkfield-work.ts";
import { makeWelcomes } from "./welcomes.ts";

/** The rows of every table that the sample world fills, by the table. */
export type World = ReturnType<typeof makeWorld>;

/**
 * The whole sample world as rows: the same every time, but that its two years end now. The tables stand in the order in which they are
 * filled, each after those that it points to.
 */
export function makeWorld(now: Date) {
  const { rows, joined } = makeMembers(everybody(), now.getTime());
  const welcomes = makeWelcomes(rows, joined, now.getTime());
  const aobaTalks = [...labTalks, ...deskTalks, ...officeTalks, ...friendTalks];
  const aoba = makeChats(aobaTalks, "aoba", joined, now.getTime());
  const larkfield = makeChats([...workTalks, ...larkfieldFriendTalks], "larkfield", joined, now.getTime());
  const chats = [
    aoba,
    makeGroups(aobaGroups, "aoba", joined, now.getTime()),
    makeRequests(aobaRequests, "aoba", joined, now.getTime()),
    larkfield,
    makeGroups(larkfieldGroups, "larkfield", joined, now.getTime()),
    makeRequests(larkfieldRequests, "larkfield", joined, now.getTime()),
  ];
  const leavers = makeLeaverRecords(rows.companies, now.getTime());
  return {
    ...rows,
    companyPurposes: makePurposes(rows, now.getTime()),
    leavers,
    ...makeInvitations(rows, leavers, now.getTime()),
    rehireContacts: makeRehireContacts(joined),
    feedEvents: [...rows.feedEvents, ...welcomes.feedEvents],
    feedReactions: welcomes.feedReactions,
    feedMarks: welcomes.feedMarks,
    chatThreads: chats.flatMap(({ chatThreads }) => chatThreads),
    chatParticipants: chats.flatMap(({ chatParticipants }) => chatParticipants),
    chatPlaces: chats.flatMap(({ chatPlaces }) => chatPlaces),
    notifications: chats.flatMap(({ notifications }) => notifications),
    chatMessages: chats.flatMap(({ chatMessages }) => chatMessages),
    chatReactions: chats.flatMap(({ chatReactions }) => chatReactions),
  };
}
