import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { sendMessageAction } from "#app/c/[company]/chat/frame-actions.ts";
import { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { readOwn } from "#app/c/[company]/profile/own.ts";
import { stepOf } from "#components/profile/welcome/steps.ts";
import { Welcome } from "#components/profile/welcome/welcome.tsx";
import { Page } from "#components/shell/page.tsx";
import { findMemberships, requireViewer } from "#lib/auth/requests.ts";
import { homeHref } from "#lib/hrefs.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { endWelcomeAction } from "./actions.ts";

/** How many one may greet at once. */
const maxGreeted = 5;

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("joining.welcome");
  return { title: text("title") };
}

/** What somebody who has just come in is asked, one thing at a time; all of it can wait. */
export default async function WelcomePage({ params, searchParams }: PageProps<"/c/[company]/welcome">) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const membership = (await findMemberships()).find(({ slug }) => slug === company);
  if (membership?.welcomed) redirect(homeHref(company));
  const step = stepOf((await searchParams).step);
  const [own, known] = await Promise.all([
    readOwn(company, viewer),
    step === "people" ? listDirectory(viewer, directoryQuerySchema.parse({ with: "me" })) : null,
  ]);
  return (
    <Page>
      <Welcome
        step={step}
        people={known?.people.slice(0, maxGreeted) ?? []}
        end={endWelcomeAction}
        greet={{ start: startThreadAction, send: sendMessageAction }}
        own={{ ...own, opens: null, suggestion: null }}
      />
    </Page>
  );
}
