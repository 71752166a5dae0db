"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Failure } from "#components/live/live-request.ts";
import { MenuAction } from "#components/ui/menu.tsx";
import { MenuButton } from "#components/ui/menu-button.tsx";
import type { Decision } from "#lib/leavers/schema.ts";
import { useImport } from "./import-context.ts";
import { Refused } from "./refused.tsx";

type DecideAllProps = {
  /** How many wait for a decision. */
  waiting: number;
  onDecided: (decision: Decision) => void;
};

/** One decision for all who wait for one. That two are one person is said of each alone. */
export function DecideAll({ waiting, onDecided }: DecideAllProps) {
  const text = useTranslations("leavers.import.decide");
  const { ask, actions, onSaid } = useImport();
  const [problem, setProblem] = useState<Failure | null>(null);
  if (waiting === 0) return null;

  async function decide(decision: "TAKE" | "LEAVE") {
    setProblem(null);
    const answer = await ask(actions.decideRowsAction, { places: "all" as const, decision });
    if (!answer.ok) return setProblem(answer);
    onDecided(decision);
    onSaid(text("allDone", { count: waiting }));
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <MenuButton size="small" label={text("all", { count: waiting })}>
        <MenuAction onSelect={() => void decide("TAKE")}>{text("allTake")}</MenuAction>
        <MenuAction onSelect={() => void decide("LEAVE")}>{text("allLeave")}</MenuAction>
      </MenuButton>
      <Refused failure={problem} />
    </div>
  );
}
