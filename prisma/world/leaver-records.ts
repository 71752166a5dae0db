import { idAt } from "#lib/ids.ts";
import { leaverDoc } from "#lib/leavers/doc.ts";
import { makeChance } from "./chance.ts";
import { aobaRecords, larkfieldRecords, type RecordLine } from "./leaver-lines.ts";
import type { PeopleRows } from "./people-rows.ts";
import { day } from "./times.ts";
import type { CompanySlug } from "./types.ts";

export type LeaverRow = Omit<RecordLine, "leavesIn" | "noticed"> & {
  companyId: string;
  id: string;
  sortKey: string;
  doc: string;
  leftOn: string;
  ground: "CONSENT" | "NOTICE" | null;
  groundOn: string | null;
  groundDocument: string | null;
  createdAt: string;
  changedAt: string;
};

/** HR's records of those who left and are not in the network yet, and of those who leave in the weeks after `now`. */
export function makeLeaverRecords(companies: PeopleRows["companies"], now: number): LeaverRow[] {
  const chance = makeChance("leavers");
  const lines: [CompanySlug, readonly RecordLine[]][] = [
    ["aoba", aobaRecords],
    ["larkfield", larkfieldRecords],
  ];
  return lines.flatMap(([slug, records]) => {
    const companyId = companies.find((company) => company.slug === slug)?.id ?? "";
    return records.map(({ leavesIn, noticed, ...record }): LeaverRow => {
      const leftOn = leavesIn === undefined ? record.leftOn : dayOf(now + leavesIn * day);
      const created = now - 40 * day;
      return {
        ...record,
        companyId,
        id: idAt(created, chance.bytes(10)),
        ...leaverDoc({ ...record, leftOn }),
        leftOn,
        ...groundOf(slug, leftOn, noticed, created),
        createdAt: new Date(created).toISOString(),
        changedAt: new Date(created).toISOString(),
      };
    });
  });
}

/** Who is told or agrees does so as they leave, or, if that is still to come, when the record was made. */
function groundOf(slug: CompanySlug, leftOn: string, noticed: RecordLine["noticed"], created: number) {
  if (!noticed) return { ground: null, groundOn: null, groundDocument: null };
  const documents = {
    aoba: { CONSENT: "退職時の同意書", NOTICE: "退職者のみなさまへのお知らせ" },
    larkfield: { CONSENT: "Exit form", NOTICE: "Alumni privacy notice" },
  };
  const on = dayOf(created);
  return {
    ground: noticed,
    groundOn: leftOn < on ? leftOn : on,
    groundDocument: documents[slug][noticed],
  };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
