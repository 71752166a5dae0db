"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { CompanyMark } from "#components/ui/company-mark.tsx";
import { Field } from "#components/ui/field.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { CompanyCard } from "#lib/companies/schema.ts";
import type { Refusal } from "#lib/results.ts";
import { useFocusOnRefusal } from "./focus-on-refusal.ts";

export type DoorState = { query: string; doors?: CompanyCard[]; refusal?: Refusal };

type CompanySearchProps = { findDoor: (state: DoorState, form: FormData) => Promise<DoorState> };

/** From a company's name to its door. One company opens at once; several of a name are listed. */
export function CompanySearch({ findDoor }: CompanySearchProps) {
  const text = useTranslations("front.find");
  const describe = useRefusalText();
  const [{ query, doors, refusal }, submit] = useActionState(findDoor, { query: "" });
  const nobody = doors?.length === 0;
  const field = useFocusOnRefusal(refusal ?? (nobody && doors));
  const error = nobody
    ? text("none")
    : refusal && (refusal.code === "invalid" ? text("typeName") : describe(refusal));
  return (
    <div className="grid gap-6">
      <form action={submit} noValidate className="grid gap-3">
        <Field label={text("label")} hint={text("hint")} error={error}>
          <TextInput
            ref={field}
            name="query"
            autoComplete="organization"
            maxLength={80}
            autoFocus={Boolean(error)}
            defaultValue={query}
          />
        </Field>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton size="large">{text("submit")}</SubmitButton>
          <p className="text-sm text-ink-soft">
            {text.rich("signIn", {
              link: (chunks) => (
                <TextLink href="/sign-in" className="text-indigo!">
                  {chunks}
                </TextLink>
              ),
            })}
          </p>
        </div>
      </form>
      {doors && doors.length > 0 && (
        <List label={text("several")}>
          {doors.map(({ slug, name, nameEn, accentHue }) => (
            <ListItem key={slug}>
              <Link
                href={`/sign-in?company=${slug}`}
                className="flex items-center gap-4 font-medium hover:underline"
              >
                <CompanyMark name={name} hue={accentHue} size="small" />
                {name}
                {name !== nameEn && <span className="text-sm font-normal text-ink-soft">{nameEn}</span>}
              </Link>
            </ListItem>
          ))}
        </List>
      )}
    </div>
  );
}
