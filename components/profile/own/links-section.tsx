"use client";

import { Plus } from "lucide";
import { useTranslations } from "next-intl";
import { WebLinks } from "#components/profile/web-links.tsx";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { Sections } from "#lib/people/input.ts";
import { maxLinks } from "#lib/people/policy.ts";
import type { Shape } from "#lib/shapes.ts";
import { EditableSection, type Typing } from "./editable-section.tsx";
import { useOwn } from "./own-context.ts";
import { useSend } from "./use-send.ts";
import { WrittenField } from "./written-field.tsx";

type Links = Sections["links"];

export function LinksSection({ isValues }: { isValues: Shape<Links> }) {
  const text = useTranslations("people.edit");
  const send = useSend<Links>(
    (before, after) => ({ section: "links", before, after }),
    ({ links }) => links,
  );
  return (
    <EditableSection
      name="links"
      title={text("linksTitle")}
      description={text("linksText", { count: maxLinks })}
      kept={useOwn().profile.sections.links}
      isValues={isValues}
      send={send}
      lines={({ links }) => [{ term: text("fields.links"), value: links.join("\n") }]}
      read={({ links }) => (links.length > 0 ? <WebLinks links={links} /> : null)}
      fields={(typing) => <LinkFields {...typing} />}
      audiences={["links"]}
    />
  );
}

/** One field for each, and always one to begin with; an empty one is no link. */
function LinkFields({ values, change, errorOf }: Typing<Links>) {
  const text = useTranslations("people.edit");
  const links = values.links.length > 0 ? values.links : [""];
  return (
    <>
      {links.map((link, index) => (
        <WrittenField
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place; what is typed in it changes.
          key={index}
          label={text("fields.link", { number: index + 1 })}
          name={`links.${index}`}
          value={link}
          onText={(written) => change({ links: links.with(index, written) })}
          error={errorOf(`links.${index}`)}
          inputMode="url"
          autoComplete="url"
          placeholder={text("hints.link")}
          optional
        />
      ))}
      {errorOf("links") && <p className="text-sm text-wrong">{errorOf("links")}</p>}
      {links.length < maxLinks && (
        <Button size="small" className="justify-self-start" onClick={() => change({ links: [...links, ""] })}>
          <Icon icon={Plus} className="size-4" />
          {text("addLink")}
        </Button>
      )}
    </>
  );
}
