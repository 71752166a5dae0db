"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type * as invitationActions from "#app/c/[company]/desk/invitations/actions.ts";
import type * as leaverActions from "#app/c/[company]/desk/leavers/actions.ts";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type Answer, requestByHttp } from "#components/live/live-request.ts";
import { BulkBar } from "#components/ui/bulk-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { ActionResult } from "#lib/results.ts";
import type { useSelection } from "./use-selection.ts";

/** What was done, and how it is taken back. */
export type Done = { words: string; undo?: () => Promise<Done> };

export type LeaverActions = typeof leaverActions;
export type InvitingActions = typeof invitationActions;

type BulkActionsProps = {
  company: string;
  chosen: ReturnType<typeof useSelection>;
  /** How many match, where one has chosen a page of them and may choose all. */
  all: number | null;
  /** More than so many match, so that not all can be chosen. */
  tooMany: number | null;
  actions: LeaverActions;
  inviting: InvitingActions;
  onDone: (done: Done) => void;
};

const dialogs = latePart(() => import("./bulk-dialogs.tsx"));
const inviteDialog = latePart(() => import("#components/desk/invitations/invite-dialog.tsx"));

/** What HR does with those who are chosen. */
export function BulkActions(props: BulkActionsProps) {
  const { company, chosen, all, tooMany, actions, inviting, onDone } = props;
  const text = useTranslations("leavers.list.bulk");
  const refusalText = useRefusalText();
  const [open, setOpen] = useState<"tag" | "untag" | "ground" | "revoke" | "erase" | null>(null);
  const [invites, setInvites] = useState(false);
  const part = usePart(dialogs, open !== null);
  const invitePart = usePart(inviteDialog, invites);
  const { count, selection } = chosen;

  /** Undefined where it was done; else why not. */
  async function run<T>(
    act: () => Promise<ActionResult<T>>,
    after: (data: T) => Done,
  ): Promise<string | undefined> {
    const answer: Answer<T> = await requestByHttp(act);
    if (!answer.ok) {
      const changed = answer.code === "invalid" && answer.fields.count === "changed";
      return changed ? text("changed") : refusalText(answer);
    }
    setOpen(null);
    onDone(after(answer.data));
    return undefined;
  }
  /** As `run`, for what takes something back: said where the toast stands. */
  async function undo<T>(act: () => Promise<ActionResult<T>>): Promise<Done> {
    const answer = await requestByHttp(act);
    return { words: answer.ok ? text("undone") : refusalText(answer) };
  }
  return (
    <>
      <BulkBar
        words={count > 0 ? text(chosen.all ? "all" : "count", { count }) : ""}
        more={
          all !== null &&
          (tooMany === null ? (
            <Button size="small" variant="quiet" onClick={chosen.selectAll}>
              {text("chooseAll", { count: all })}
            </Button>
          ) : (
            <span className="text-sm text-ink-soft">{text("tooMany", { max: tooMany })}</span>
          ))
        }
        onClear={chosen.clear}
      >
        <Button size="small" variant="primary" onClick={() => setInvites(true)}>
          {text("invite")}
        </Button>
        <Button size="small" onClick={() => setOpen("tag")}>
          {text("tag")}
        </Button>
        <Button size="small" onClick={() => setOpen("untag")}>
          {text("untag")}
        </Button>
        <Button size="small" onClick={() => setOpen("ground")}>
          {text("ground")}
        </Button>
        <TableDownload company={company} selection={selection} label={text("download")} />
        <Button size="small" onClick={() => setOpen("revoke")}>
          {text("revoke")}
        </Button>
        <Button size="small" variant="danger" onClick={() => setOpen("erase")}>
          {text("erase")}
        </Button>
      </BulkBar>
      {invitePart && invites && (
        <invitePart.InviteDialog
          company={company}
          selection={selection}
          actions={inviting}
          onClose={() => setInvites(false)}
          onInvited={({ invited, reminded }) => {
            setInvites(false);
            chosen.clear();
            onDone({ words: text("invited", { count: invited + reminded }) });
          }}
        />
      )}
      {part && open && (
        <part.BulkDialog
          company={company}
          kind={open}
          count={count}
          onClose={() => setOpen(null)}
          onTag={(tag, on) =>
            run(
              () => actions.tagLeaversAction(company, { of: selection, tag, on }),
              (ids) => ({
                words: text(on ? "tagged" : "untagged", { tag, count: ids.length }),
                ...(ids.length > 0 && {
                  undo: () => undo(() => actions.tagLeaversAction(company, { of: { ids }, tag, on: !on })),
                }),
              }),
            )
          }
          onGround={(ground) =>
            run(
              () => actions.groundLeaversAction(company, { of: selection, ground }),
              (before) => ({
                words: text("grounded", { count: before.reduce((sum, { ids }) => sum + ids.length, 0) }),
                ...(before.length > 0 && {
                  undo: () => undo(() => actions.restoreGroundsAction(company, { before, set: ground })),
                }),
              }),
            )
          }
          onRevoke={() =>
            run(
              () => inviting.revokeInvitationsAction(company, { of: selection }),
              (revoked) => ({ words: text("revoked", { count: revoked }) }),
            )
          }
          onErase={() =>
            run(
              () => actions.eraseLeaversAction(company, { of: selection }),
              (erased) => {
                chosen.clear();
                return { words: text("erased", { count: erased }) };
              },
            )
          }
        />
      )}
    </>
  );
}

type TableDownloadProps = Pick<ReturnType<typeof useSelection>, "selection"> & {
  company: string;
  label: string;
};

/** A form, since an address has no room for thousands of ids. */
function TableDownload({ company, selection, label }: TableDownloadProps) {
  const id = useId();
  const fields =
    "ids" in selection ? [["ids", selection.ids.join(" ")]] : [...new URLSearchParams(selection.query)];
  return (
    <>
      <form
        id={id}
        target="_blank"
        method="post"
        action={`/api/c/${encodeURIComponent(company)}/leavers/table`}
        hidden
        rel="noopener"
      >
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
      </form>
      <Button size="small" type="submit" form={id}>
        {label}
      </Button>
    </>
  );
}
