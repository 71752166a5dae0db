"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { endOwnPush, keepOwnPush } from "#app/c/[company]/settings/actions.ts";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { offline, requestByHttp } from "#components/live/live-request.ts";
import type { Saving } from "#components/live/use-choice.ts";
import { Switch } from "#components/ui/switch.tsx";
import { PushFailure, subscribe, unsubscribe, usePushState } from "./push-subscription.ts";

export type PushSwitchProps = {
  /** The installation's key, which browsers bind what they subscribe to. */
  publicKey: string;
  /** Where this session is woken already. */
  endpoint: string | null;
  keep: typeof keepOwnPush;
  end: typeof endOwnPush;
};

/** Whether this browser is notified; asks the browser's own leave when it is turned on. */
export function PushSwitch({ publicKey, endpoint, keep, end }: PushSwitchProps) {
  const text = useTranslations("settings.notifications");
  const [state, setState] = usePushState(endpoint);
  const [saving, setSaving] = useState<Saving>("untouched");
  const [failed, setFailed] = useState(false);

  async function turn(on: boolean) {
    setFailed(false);
    // Do not ask the browser for permission in vain.
    if (!navigator.onLine) return setSaving(offline);
    setSaving("saving");
    try {
      const result = await (on ? keepAnother() : requestByHttp(end));
      // The browser's own part follows what is kept.
      if (result.ok !== on) await unsubscribe();
      setSaving(result.ok ? "saved" : result);
      if (result.ok) setState(on ? "on" : "off");
    } catch (error) {
      setSaving("untouched");
      if (error instanceof PushFailure && error.denied) setState("denied");
      else setFailed(true);
    }
  }

  async function keepAnother() {
    const subscription = await subscribe(publicKey);
    return requestByHttp(() => keep(subscription));
  }

  const refusal = failed ? text("failed") : state === "on" || state === "off" ? null : text(state);
  return (
    <div className="grid gap-2">
      <Switch
        label={text("push")}
        hint={refusal ?? text("pushHint")}
        checked={state === "on"}
        disabled={state !== "on" && state !== "off"}
        onCheckedChange={turn}
      />
      <SavedMark saving={saving} />
    </div>
  );
}
