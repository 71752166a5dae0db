"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { Banner } from "#components/ui/banner.tsx";
import { CompanyMark } from "#components/ui/company-mark.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import type { Locale } from "#lib/auth/schema.ts";
import { NextField } from "./next-field.tsx";
import { type SignInAction, untouched } from "./sign-in-state.ts";

type SamplePerson = {
  email: string;
  displayName: string;
  note: Record<Locale, string>;
  /** With the name that is shown. */
  company: { name: string; accentHue: number };
};
type SamplePeopleProps = {
  people: readonly SamplePerson[];
  locale: Locale;
  next: string | null;
  enter: SignInAction;
};

/** The named people of the sample world, one click each. */
export function SamplePeople({ people, locale, next, enter }: SamplePeopleProps) {
  const text = useTranslations("front.samples");
  const describe = useRefusalText();
  const [{ refusal }, submit] = useActionState(enter, untouched);
  return (
    <section className="mt-16" aria-labelledby="samples">
      <h2 id="samples" className="text-base font-semibold">
        {text("title")}
      </h2>
      <p className="mt-1 mb-4 text-sm text-ink-soft">{text("text")}</p>
      {refusal && <Banner tone="wrong">{describe(refusal)}</Banner>}
      <form action={submit}>
        <NextField next={next} />
        <List>
          {people.map(({ email, displayName, note, company }) => (
            <ListItem key={email}>
              <div className="flex items-start gap-4">
                <CompanyMark name={company.name} hue={company.accentHue} size="small" />
                <div>
                  <button
                    type="submit"
                    name="email"
                    value={email}
                    className="palt font-medium after:absolute after:inset-0 hover:underline"
                  >
                    {displayName}
                  </button>
                  <p className="text-sm text-ink-soft">{note[locale]}</p>
                </div>
              </div>
            </ListItem>
          ))}
        </List>
      </form>
    </section>
  );
}
