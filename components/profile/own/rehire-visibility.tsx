"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChoice } from "#components/live/use-choice.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { Audience } from "#lib/people/audiences.ts";
import type { RehireContact } from "#lib/people/input.ts";
import { countReach, isWider, reachedBy } from "./audiences.ts";
import { type Rehire, readRehireKey, rehireKey } from "./rehire-key.ts";
import { saveVisibility } from "./save-visibility.ts";
import { VisibilityChoice } from "./visibility-choice.tsx";
import type { VisibilityPickerProps } from "./visibility-picker.tsx";
import { WriteToContact } from "./write-to-contact.tsx";

const dialog = latePart(() => import("./contact-dialog.tsx"));

/** Who sees that one would come back; one employee alone is named in a dialog. */
export function RehireVisibility(props: VisibilityPickerProps & Rehire) {
  const { company, name, label, kept, contact, reach, find, start } = props;
  const text = useTranslations("people.edit.visibility");
  const [asking, setAsking] = useState(false);
  const part = usePart(dialog, asking, { whenIdle: false });
  const [named, setNamed] = useState<RehireContact | null>(null);
  const [chosen, setChosen] = useState<{ key: string; told?: string } | null>(null);
  const { value, saving, choose } = useChoice(rehireKey(kept, contact), (key: string) => {
    const { audience, ...who } = readRehireKey(key);
    return saveVisibility(company, { audiences: { rehire: audience }, ...who });
  });
  const { audience } = readRehireKey(value);
  const person = [named, contact].find((one) => one && rehireKey("CONTACT", one) === value);
  const limit = reach.limits.of.rehire ?? "EVERYONE";
  const refused = typeof saving === "object" && saving.code === "invalid";

  function keep(key: string, told?: string) {
    setChosen({ key, told });
    void choose(key);
  }
  function chooseAudience(next: Audience) {
    if (next === "CONTACT") return setAsking(true);
    const after = reachedBy("rehire", next, reach);
    const count = countReach(after, reach);
    const told = count === null ? text("reachHr") : text("reach", { count });
    keep(next, isWider(reachedBy("rehire", audience, reach), after) ? told : undefined);
  }
  return (
    <VisibilityChoice
      field="rehire"
      name={name}
      label={label}
      value={audience}
      onChoose={chooseAudience}
      reach={reach}
      saving={refused || (saving === "saved" && chosen?.key !== value) ? "untouched" : saving}
      told={chosen?.told}
    >
      <div className="col-span-2 grid gap-3 text-sm empty:hidden">
        {refused && <InlineError>{text("contact.unreachable")}</InlineError>}
        {audience === "CONTACT" && !person && <Banner tone="careful">{text("contact.closed")}</Banner>}
        {person && (
          <p>{text(limit === "EVERYONE" ? "contact.only" : "contact.named", { name: person.displayName })}</p>
        )}
        {audience === "CONTACT" && (
          <div className="flex flex-wrap items-start gap-3">
            {person && saving !== "saving" && (
              <WriteToContact company={company} memberId={person.memberId} start={start} />
            )}
            <Button size="small" variant="quiet" onClick={() => setAsking(true)}>
              {text("contact.again")}
            </Button>
          </div>
        )}
      </div>
      {part && (
        <part.ContactDialog
          open={asking}
          onClose={() => setAsking(false)}
          find={(q) => find(company, { q })}
          onChoose={({ memberId, displayName }) => {
            setAsking(false);
            setNamed({ memberId, displayName });
            keep(rehireKey("CONTACT", { memberId, displayName }));
          }}
        />
      )}
    </VisibilityChoice>
  );
}
