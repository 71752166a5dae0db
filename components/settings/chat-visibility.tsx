"use client";

import { useTranslations } from "next-intl";
import type { ChatPreferences } from "#lib/chat/schema.ts";
import { saveChatPreferences } from "./preference.ts";
import { PreferenceSwitch } from "./preference-switch.tsx";

type ChatVisibilityProps = { slug: string; kept: ChatPreferences };

/** What others see of one in chat; each works both ways. */
export function ChatVisibility({ slug, kept }: ChatVisibilityProps) {
  const text = useTranslations("settings.chat");
  return (
    <div className="grid gap-4">
      <PreferenceSwitch
        label={text("shareReads")}
        hint={text("shareReadsHint")}
        kept={kept.shareReads}
        save={(shareReads) => saveChatPreferences(slug, { shareReads })}
      />
      <PreferenceSwitch
        label={text("showOnline")}
        hint={text("showOnlineHint")}
        kept={kept.showOnline}
        save={(showOnline) => saveChatPreferences(slug, { showOnline })}
      />
    </div>
  );
}
