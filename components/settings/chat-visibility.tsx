"use client";

import { useTranslations } from "next-intl";
import type { ChatPreferences } from "#lib/chat/schema.ts";
import type { SaveChatPreferences } from "./preference.ts";
import { PreferenceSwitch } from "./preference-switch.tsx";

type ChatVisibilityProps = { kept: ChatPreferences; save: SaveChatPreferences };

/** What others see of one in chat; each works both ways. */
export function ChatVisibility({ kept, save }: ChatVisibilityProps) {
  const text = useTranslations("settings.chat");
  return (
    <div className="grid gap-4">
      <PreferenceSwitch
        label={text("shareReads")}
        hint={text("shareReadsHint")}
        kept={kept.shareReads}
        save={(shareReads) => save({ shareReads })}
      />
      <PreferenceSwitch
        label={text("showOnline")}
        hint={text("showOnlineHint")}
        kept={kept.showOnline}
        save={(showOnline) => save({ showOnline })}
      />
    </div>
  );
}
