import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { enterByCode, requestMailAgain } from "#app/(public)/sign-in/actions.ts";
import { askedEmail } from "#app/(public)/sign-in/asking.ts";
import { findGoal, withNext } from "#app/(public)/sign-in/goal.ts";
import { CodeForm } from "#components/front/code-form.tsx";
import { Doorway } from "#components/front/doorway.tsx";
import { MailAgain } from "#components/front/mail-again.tsx";
import { env } from "#lib/env.ts";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("front.code");
  return { title: text("title") };
}

export default async function SignInCode({ searchParams }: PageProps<"/sign-in/code">) {
  const goal = await findGoal(await searchParams, await getLocale());
  const email = await askedEmail();
  const back = withNext("/sign-in", goal.next);
  if (!email) redirect(back);
  const text = await getTranslations("front.code");
  return (
    <Doorway
      company={goal.company}
      title={text("title")}
      lead={text.rich("lead", { email, b: (chunks) => <b>{chunks}</b> })}
    >
      <CodeForm action={enterByCode} next={goal.next} />
      <MailAgain action={requestMailAgain} next={goal.next} back={back} mailbox={env().sampleDoors} />
    </Doorway>
  );
}
