import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { landingPath } from "#app/(public)/landing.ts";
import { Doorway } from "#components/front/doorway.tsx";
import { EmailForm } from "#components/front/email-form.tsx";
import { SamplePeople } from "#components/front/sample-people.tsx";
import { findAccount } from "#lib/auth/requests.ts";
import type { Locale } from "#lib/auth/schema.ts";
import { companyName } from "#lib/companies/schema.ts";
import { env } from "#lib/env.ts";
import { enterAsSample, requestMail } from "./actions.ts";
import { askedEmail } from "./asking.ts";
import { findGoal } from "./goal.ts";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("front.signIn");
  return { title: text("title") };
}

export default async function SignIn({ searchParams }: PageProps<"/sign-in">) {
  const locale = await getLocale();
  const goal = await findGoal(await searchParams, locale);
  const account = await findAccount();
  if (account) redirect(await landingPath(account, goal.next));
  const text = await getTranslations("front.signIn");
  return (
    <Doorway company={goal.company} title={text("title")} lead={text("lead")}>
      <EmailForm action={requestMail} next={goal.next} email={(await askedEmail()) ?? ""} />
      {env().sampleDoors && (
        <SamplePeople
          people={await namedPeople(locale)}
          locale={locale}
          next={goal.next}
          enter={enterAsSample}
        />
      )}
    </Doorway>
  );
}

async function namedPeople(locale: Locale) {
  const { companies, namedPeople } = await import("#prisma/world.ts");
  return namedPeople.map((person) => {
    const { accentHue, ...names } = companies[person.company];
    return { ...person, company: { name: companyName(names, locale), accentHue } };
  });
}
