"use client";

import { useMemo } from "react";
import { formDraft } from "#components/drafts/form-draft.ts";
import { type Send, useDraftedForm } from "#components/drafts/use-drafted-form.ts";
import { deviceStorage } from "#components/live/browser-storage.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { requestAction } from "#components/live/live-request.ts";
import type { CorrectableField, Correction } from "#lib/people/schema.ts";
import { isText, nullOr, shapeOf } from "#lib/shapes.ts";
import { useOwn } from "./own-context.ts";
import { findErrors } from "./written-errors.ts";

/** What is asked of HR; of a month YYYY-MM. */
type Asked = { proposed: string | null; note: string };

const isAsked = shapeOf<Asked>({ proposed: nullOr(isText), note: isText });

export function isMonthField(field: CorrectableField): field is "JOINED_ON" | "LEFT_ON" {
  return field === "JOINED_ON" || field === "LEFT_ON";
}

/** Asking HR to record something else in a field: what is typed is kept as that of a section is. `waiting`: what was asked and waits. */
export function useCorrection(
  field: CorrectableField,
  recorded: string | null,
  waiting: Correction | undefined,
) {
  const { company, viewer, correct } = useOwn();
  const { socket } = useLive();
  const stands = waiting ? waiting.proposed : recorded;
  const proposed = isMonthField(field) ? (stands?.slice(0, 7) ?? null) : stands;
  const note = waiting?.note ?? "";
  const kept = useMemo(() => ({ proposed, note }), [proposed, note]);
  const draft = useMemo(
    () => formDraft(deviceStorage(), `okaeri:${viewer.memberId}:profile:correction:${field}`, isAsked),
    [viewer.memberId, field],
  );
  const send: Send<Asked> = async (_, asked) => {
    const input = isMonthField(field)
      ? { field, proposed: asked.proposed, note: asked.note }
      : { field, proposed: asked.proposed ?? "", note: asked.note };
    const answer = await requestAction(socket, () => correct.askCorrectionAction(company, input));
    if (answer.ok) return { ok: true, data: { written: true, now: asked } };
    return answer.code === "invalid" ? { ...answer, fields: asWritten(answer.fields) } : answer;
  };
  return useDraftedForm({ kept, draft, send, check: findErrors });
}

/** As the server names the fields of a section that was written. */
function asWritten(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, key]) => [`after.${name}`, key]));
}
