"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Toast } from "#components/ui/toast.tsx";
import type { InvitationDetail } from "#lib/invitations/schema.ts";
import type { LeaverRecord as Leaver, LeaverDetail } from "#lib/leavers/record.ts";
import { AlikeLeavers } from "./alike-leavers.tsx";
import type { InvitingActions, LeaverActions } from "./bulk-actions.tsx";
import { InvitationSection } from "./invitation-section.tsx";
import { LeaverFacts } from "./leaver-facts.tsx";
import { LeaverForm } from "./leaver-form.tsx";
import { leaverNames } from "./leaver-names.ts";
import { LeaverPage } from "./leaver-page.tsx";
import { leaversHref } from "./leavers-href.ts";

type LeaverRecordProps = {
  company: string;
  detail: LeaverDetail;
  today: string;
  tags: readonly string[];
  actions: Pick<LeaverActions, "writeLeaverAction" | "eraseLeaversAction">;
  invitation: InvitationDetail;
  inviting: InvitingActions;
};

/** All that HR has of a leaver, read and written in its place. */
export function LeaverRecord(props: LeaverRecordProps) {
  const { company, detail, today, tags, actions, invitation, inviting } = props;
  const { leaver, imports, alike } = detail;
  const text = useTranslations("leavers.record");
  const form = useTranslations("leavers.form");
  const [writes, setWrites] = useState(false);
  const [saved, setSaved] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const wrote = useRef(false);

  useEffect(() => {
    if (!writes && wrote.current) edit.current?.focus();
    wrote.current = writes;
  }, [writes]);

  return (
    <LeaverPage
      back={{ href: leaversHref(company), label: form("back") }}
      title={<Heading leaver={leaver} today={today} />}
      aside={
        !writes && (
          <div className="flex flex-wrap gap-2">
            <Button ref={edit} onClick={() => setWrites(true)}>
              {text("edit")}
            </Button>
            {/* A member's goes when they leave. */}
            {!invitation.memberId && <EraseButton company={company} leaver={leaver} actions={actions} />}
          </div>
        )
      }
    >
      {writes ? (
        <LeaverForm
          company={company}
          record={leaver}
          tags={tags}
          submit={text("save")}
          write={(typed, version) => actions.writeLeaverAction(company, { id: leaver.id, version, typed })}
          onWritten={() => {
            setSaved(true);
            setWrites(false);
          }}
          onCancel={() => setWrites(false)}
        />
      ) : (
        <>
          <AlikeLeavers company={company} leaver={leaver} alike={alike} />
          <LeaverFacts company={company} leaver={leaver} imports={imports} today={today} />
          <InvitationSection
            company={company}
            leaverId={leaver.id}
            invitation={invitation}
            inviting={inviting}
          />
        </>
      )}
      <Toast onOver={() => setSaved(false)}>{saved ? text("saved") : ""}</Toast>
    </LeaverPage>
  );
}

function Heading({ leaver, today }: { leaver: Leaver; today: string }) {
  const text = useTranslations("leavers.record");
  const { name, kana } = leaverNames(leaver);
  const { leftOn, deceased } = leaver;
  const days =
    leftOn && leftOn > today ? Math.round((Date.parse(leftOn) - Date.parse(today)) / 86_400_000) : null;
  return (
    <header>
      {kana && <p className="reading">{kana}</p>}
      <h1 className="text-xl font-semibold">{name}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        {deceased && <Tag>{text("deceased")}</Tag>}
        {!deceased && days !== null && <Tag>{text("upcoming", { days })}</Tag>}
        {leaver.tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </p>
    </header>
  );
}

type EraseButtonProps = Pick<LeaverRecordProps, "company" | "actions"> & { leaver: Leaver };

function EraseButton({ company, leaver, actions }: EraseButtonProps) {
  const text = useTranslations("leavers.record");
  const refusalText = useRefusalText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function erase() {
    setBusy(true);
    const answer = await requestByHttp(() =>
      actions.eraseLeaversAction(company, { of: { ids: [leaver.id] } }),
    );
    if (answer.ok) return router.push(leaversHref(company));
    setBusy(false);
    setError(refusalText(answer));
  }
  return (
    <Dialog
      title={text("eraseHeading", { name: leaverNames(leaver).name })}
      description={text("eraseText")}
      trigger={text("erase")}
      triggerLook={{ variant: "danger" }}
      open={open}
      onOpenChange={setOpen}
    >
      <InlineError>{error}</InlineError>
      <DialogActions>
        <Button variant="danger" pending={busy} onClick={() => void erase()}>
          {text("erase")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
