import { Invalid } from "#lib/errors.ts";
import { countTraces, leaveCompany } from "#lib/leaving/leaving.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = (database) => {
  /** Whoever asks is the last owner of their company meanwhile, and so stays for the other calls. */
  async function asLastOwner(companyId: string, memberId: string, work: () => Promise<void>): Promise<void> {
    const owners = await database.asOwner<{ company_id: string; id: string; role: string }>(
      "SELECT company_id, id, role FROM members WHERE role = 'OWNER' OR id = $1",
      [memberId],
    );
    const set = (company: string, member: string, role: string) =>
      database.asOwner('UPDATE members SET role = $3::"MemberRole" WHERE company_id = $1 AND id = $2', [
        company,
        member,
        role,
      ]);
    for (const { company_id, id } of owners)
      if (company_id === companyId) await set(company_id, id, "MEMBER");
    await set(companyId, memberId, "OWNER");
    try {
      await work();
    } finally {
      for (const { company_id, id, role } of owners) await set(company_id, id, role);
    }
  }

  return {
    calls: {
      "leaving#countTraces": (viewer) => countTraces(viewer),
      "leaving#leaveCompany": (viewer) =>
        asLastOwner(viewer.companyId, viewer.memberId, () =>
          leaveCompany(viewer).catch((error: unknown) => {
            if (!(error instanceof Invalid)) throw error;
          }),
        ),
    },
    ownAnswers: ["leaving#countTraces", "leaving#leaveCompany"],
    // By a key of its own, with tests of its own.
    withoutViewer: ["account#deleteAccount", "devices#deviceKey", "devices#findEnded"],
    tables: {},
  };
};
