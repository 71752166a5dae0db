"use client";

import { useTranslations } from "next-intl";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useChoice } from "#components/live/use-choice.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { ChatPreferences } from "#lib/chat/schema.ts";
import { saveChatPreferences } from "./preference.ts";
import { PreferenceSwitch } from "./preference-switch.tsx";
import { PushSwitch, type PushSwitchProps } from "./push-switch.tsx";

type ChatNotificationsProps = {
  slug: string;
  kept: ChatPreferences;
  /** Null where the installation has no web push. */
  push: PushSwitchProps | null;
};

/** How one is told of messages while not looking. */
export function ChatNotifications({ slug, kept, push }: ChatNotificationsProps) {
  const text = useTranslations("settings.notifications");
  return (
    <div className="grid gap-4">
      <MailAfter slug={slug} kept={kept.mailAfterMinutes} />
      <PreferenceSwitch
        label={text("mailContent")}
        hint={text("mailContentHint")}
        kept={kept.mailContent}
        save={(mailContent) => saveChatPreferences(slug, { mailContent })}
      />
      {push && (
        <>
          <PushSwitch {...push} />
          <PreferenceSwitch
            label={text("pushContent")}
            hint={text("pushContentHint")}
            kept={kept.pushContent}
            save={(pushContent) => saveChatPreferences(slug, { pushContent })}
          />
        </>
      )}
    </div>
  );
}

type Minutes = ChatPreferences["mailAfterMinutes"];

const choices: readonly Minutes[] = [5, 15, 60, 0];

function MailAfter({ slug, kept }: { slug: string; kept: Minutes }) {
  const text = useTranslations("settings.notifications");
  const { value, saving, choose } = useChoice(kept, (mailAfterMinutes) =>
    saveChatPreferences(slug, { mailAfterMinutes }),
  );
  return (
    <div className="grid gap-2">
      <RadioGroup
        label={text("mailAfter")}
        hint={text("mailAfterHint")}
        name="mailAfterMinutes"
        value={String(value)}
        options={choices.map((minutes) => ({
          value: String(minutes),
          label: minutes === 0 ? text("never") : text("minutes", { count: minutes }),
        }))}
        onValueChange={(chosen) => choose(choices.find((minutes) => String(minutes) === chosen) ?? kept)}
      />
      <SavedMark saving={saving} />
    </div>
  );
}
