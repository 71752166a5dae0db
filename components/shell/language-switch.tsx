import { useLocale, useTranslations } from "next-intl";

type LanguageSwitchProps = { switchLocale: (form: FormData) => Promise<void> };

/** Sends `locale` to the action; a plain form, so it works before any script does. */
export function LanguageSwitch({ switchLocale }: LanguageSwitchProps) {
  const text = useTranslations("shell.language");
  const current = useLocale();
  return (
    <form action={switchLocale} aria-label={text("label")} className="flex text-sm">
      {(["ja", "en"] as const).map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-current={locale === current ? "true" : undefined}
          className="min-h-9 rounded-control px-2.5 text-ink-soft hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-2 aria-[current]:underline-offset-8"
        >
          {text(locale)}
        </button>
      ))}
    </form>
  );
}
