import { getTranslations } from "next-intl/server";
import { signOutAction } from "#app/sign-out.ts";
import { CompanySearch } from "#components/front/company-search.tsx";
import { Contents } from "#components/front/contents.tsx";
import { FrontPage } from "#components/front/front-page.tsx";
import { ReturnHome } from "#components/front/return-home.tsx";
import { EndedMembers } from "#components/live/ended-members.tsx";
import { findAccount } from "#lib/auth/requests.ts";
import { findDoor } from "./actions.ts";

export default async function Front() {
  const text = await getTranslations("front");
  const account = await findAccount();
  return (
    <FrontPage title={text("title")} lead={text("lead")} contents={<Contents />}>
      <EndedMembers />
      {account ? (
        <ReturnHome email={account.email} leave={signOutAction} />
      ) : (
        <CompanySearch findDoor={findDoor} />
      )}
    </FrontPage>
  );
}
