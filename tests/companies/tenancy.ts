import { findCompany } from "#lib/companies/companies.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = () => ({
  calls: {
    "companies#findCompany": (viewer) => findCompany(viewer),
  },
  ownAnswers: ["companies#findCompany"],
  withoutViewer: [
    "companies#listMemberships",
    "companies#listSuspensions",
    "companies#findCompanyDoors",
    "companies#searchCompanyDoors",
    "feed#loadJoinedLines",
    "founding#foundCompany",
  ],
  tables: {},
});
