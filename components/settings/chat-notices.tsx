"use client";

import { useTranslations } from "next-intl";
import type { ChatPreferences } from "#lib/chat/schema.ts";
import { MailAfter } from "./mail-after.tsx";
import type { SaveChatPreferences } from "./preference.ts";
import { PreferenceSwitch } from "./preference-switch.tsx";
import { PushSwitch, type PushSwitchProps } from "./push-switch.tsx";

type ChatNoticesProps = {
  kept: ChatPreferences;
  save: SaveChatPreferences;
  /** Null where the installation has no web push. */
  push: PushSwitchProps | null;
};

/** How one is told of messages while not looking. */
export function ChatNotices({ kept, save, push }: ChatNoticesProps) {
  const text = useTranslations("settings.notices");
  return (
    <div className="grid gap-4">
      <MailAfter kept={kept.mailAfterMinutes} save={(mailAfterMinutes) => save({ mailAfterMinutes })} />
      <PreferenceSwitch
        label={text("mailContent")}
        hint={text("mailContentHint")}
        kept={kept.mailContent}
        save={(mailContent) => save({ mailContent })}
      />
      {push && (
        <>
          <PushSwitch {...push} />
          <PreferenceSwitch
            label={text("pushContent")}
            hint={text("pushContentHint")}
            kept={kept.pushContent}
            save={(pushContent) => save({ pushContent })}
          />
        </>
      )}
    </div>
  );
}
