import { idAt } from "#lib/ids.ts";
import { makeChance } from "./chance.ts";
import type { LeaverRow } from "./leaver-records.ts";
import type { PeopleRows } from "./people-rows.ts";
import { day } from "./times.ts";
import type { CompanySlug } from "./types.ts";

const senders: Record<CompanySlug, { name: string; postalAddress: string; contact: string }> = {
  aoba: {
    name: "青葉化学工業株式会社 人事部",
    postalAddress: "〒100-0000 東京都千代田区大手町0-0-0",
    contact: "alumni@aoba-chemical.example",
  },
  larkfield: {
    name: "Larkfield Materials, People team",
    postalAddress: "0 Example Street, Boston, MA 00000",
    contact: "alumni@larkfield.example",
  },
};

/** Of the first who may be invited, how their invitation stands, how many days ago it was sent, and what the mail server said. */
const standings = [
  { state: "OPENED", daysAgo: 6, answer: null },
  { state: "BOUNCED", daysAgo: 6, answer: "550 5.1.1 mailbox does not exist" },
  { state: "SENT", daysAgo: 16, answer: null },
  { state: "SENT", daysAgo: 75, answer: null },
] as const;
const lifeDays = 60;

/** Who each company's invitations are from, and the few that HR has sent so far: one was opened, one came back, one waits, one ran out. */
export function makeInvitations(
  { companies, members }: Pick<PeopleRows, "companies" | "members">,
  leavers: readonly LeaverRow[],
  now: number,
) {
  const chance = makeChance("invitations");
  const companySenders = companies.flatMap(({ id: companyId, slug }) => {
    const sender = Object.entries(senders).find(([company]) => company === slug)?.[1];
    return sender ? [{ companyId, ...sender }] : [];
  });
  const aoba = companies.find(({ slug }) => slug === "aoba")?.id ?? "";
  const hr = members.find(({ companyId, role }) => companyId === aoba && role !== "MEMBER")?.id ?? "";
  const invitable = leavers.filter(
    ({ companyId, mail, ground, leftOn }) =>
      companyId === aoba && mail && ground && Date.parse(leftOn) < now - 100 * day,
  );
  const sent = standings.flatMap((standing, index) => {
    const leaver = invitable[index];
    return leaver ? [{ leaver, ...standing, at: now - standing.daysAgo * day }] : [];
  });
  const iso = (time: number) => new Date(time).toISOString();
  return {
    companySenders,
    invitations: sent.map(({ leaver, state, at }) => ({
      companyId: aoba,
      leaverId: leaver.id,
      state,
      invitedById: hr,
      invitedAt: iso(at),
      expiresAt: iso(at + lifeDays * day),
      sentAt: state === "BOUNCED" ? null : iso(at),
      openedAt: state === "OPENED" ? iso(at + day) : null,
    })),
    invitationMails: sent.map(({ leaver, state, at, answer }) => ({
      companyId: aoba,
      id: idAt(at, chance.bytes(10)),
      leaverId: leaver.id,
      locale: "ja",
      state: state === "BOUNCED" ? state : "SENT",
      dueAt: iso(at),
      attempts: 1,
      address: leaver.mail,
      startedAt: iso(at),
      sentAt: state === "BOUNCED" ? null : iso(at),
      answer,
    })),
  };
}
