"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { attempt, deviceStorage } from "#components/live/browser-storage.ts";
import { audiencesOf, limitsOf } from "#components/profile/own/audiences.ts";
import { NamesSection } from "#components/profile/own/names-section.tsx";
import { type Own, OwnContext } from "#components/profile/own/own-context.ts";
import { Presets } from "#components/profile/own/presets.tsx";
import { PurposesSection } from "#components/profile/own/purposes-section.tsx";
import { RecordedSection } from "#components/profile/own/recorded-section.tsx";
import { sectionShapes } from "#components/profile/own/section-shapes.ts";
import { WorkSection } from "#components/profile/own/work-section.tsx";
import { PhotoSection } from "#components/profile/photo/photo-section.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { welcomeHref } from "#lib/hrefs.ts";
import { audienceFields } from "#lib/people/audiences.ts";
import { displayName } from "#lib/people/names.ts";
import type { DirectoryPerson } from "#lib/people/schema.ts";
import { EndWelcome, type EndWelcomeAction } from "./end-welcome.tsx";
import type { Greet } from "./greet.ts";
import { Greetings } from "./greetings.tsx";
import { stepOf, steps, type WelcomeStep } from "./steps.ts";

type WelcomeProps = {
  step: WelcomeStep;
  /** With whom they were here, where the step shows them. */
  people: readonly DirectoryPerson[];
  own: Own;
  greet: Greet;
  end: EndWelcomeAction;
};

/** Okaeri: one thing after another, each of which may be left for later. What is written is saved in its place, so that nothing is lost on the way. */
export function Welcome({ step, people, own, greet, end }: WelcomeProps) {
  const text = useTranslations("joining.welcome");
  const [shapes] = useState(() => sectionShapes(own.purposes));
  const { company, companyName, viewer, census, profile } = own;
  const name = displayName(profile.sections.names);
  useKeptStep(company, viewer.memberId, step);
  const place = steps.indexOf(step);
  const [before, after] = [steps[place - 1], steps[place + 1]];
  const last = after === undefined;
  return (
    <OwnContext value={{ ...own, wanted: null }}>
      <header className="mb-6">
        <p className="flex items-center gap-3 text-sm text-ink-soft">
          <span aria-hidden="true" className="flex gap-1">
            {steps.map((one, index) => (
              <span
                key={one}
                className={`h-1 w-6 rounded-full ${index <= place ? "bg-accent-fill" : "bg-sunken"}`}
              />
            ))}
          </span>
          {text("progress", { step: place + 1, steps: steps.length })}
        </p>
        <h1 className="mt-3 font-mincho text-xl font-semibold">{text(`steps.${step}.title`)}</h1>
        {step === "names" && <p className="palt mt-1 text-lg font-medium">{name}</p>}
        <p className="mt-2 text-ink-soft [word-break:auto-phrase]">{text(`steps.${step}.text`)}</p>
      </header>
      {step === "names" && <NamesSection isValues={shapes.names} />}
      {step === "years" && <RecordedSection />}
      {step === "photo" && <PhotoSection />}
      {step === "privacy" && (
        <Section title={text("presetsTitle")}>
          <Presets
            company={company}
            fields={[...audienceFields, ...profile.fields.map(({ id }) => id)]}
            audiences={audiencesOf(profile)}
            contact={profile.rehireContact}
            reach={{
              census,
              kind: viewer.kind,
              listed: true,
              limits: { company: companyName, of: limitsOf(profile) },
            }}
          />
        </Section>
      )}
      {step === "open" && (
        <>
          <PurposesSection isValues={shapes.purposes} />
          <WorkSection isValues={shapes.work} />
        </>
      )}
      {step === "people" && <Greetings company={company} name={name} people={people} greet={greet} />}
      {last ? (
        <EndWelcome company={company} end={end} back={hrefOf(company, before)} />
      ) : (
        <nav aria-label={text("nav")} className="flex flex-wrap items-center justify-between gap-4">
          <LinkButton href={hrefOf(company, after)} variant="primary" size="large">
            {text("next")}
          </LinkButton>
          <p className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
            {before && <TextLink href={hrefOf(company, before)}>{text("back")}</TextLink>}
            <TextLink href={hrefOf(company, "people")}>{text("later")}</TextLink>
          </p>
        </nav>
      )}
    </OwnContext>
  );
}

function hrefOf(company: string, step: WelcomeStep | undefined): string {
  return step ? `${welcomeHref(company)}?step=${step}` : welcomeHref(company);
}

/** Who comes back to the beginning goes on where they were on this device. */
function useKeptStep(company: string, memberId: string, step: WelcomeStep): void {
  const router = useRouter();
  const key = `okaeri:${memberId}:welcome`;
  useEffect(() => {
    const asked = new URLSearchParams(window.location.search).has("step");
    const kept = stepOf(attempt(() => deviceStorage()?.getItem(key)));
    if (!asked && kept !== step) return router.replace(hrefOf(company, kept));
    attempt(() => deviceStorage()?.setItem(key, step));
  }, [company, key, router, step]);
}
