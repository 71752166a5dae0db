import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type ReturnHomeProps = { email: string; leave: () => Promise<void> };

/** The front door for somebody who is already in. */
export function ReturnHome({ email, leave }: ReturnHomeProps) {
  const text = useTranslations("front.home");
  return (
    <div className="grid gap-4">
      <LinkButton href="/companies" variant="primary" size="large" wide>
        {text("open")}
      </LinkButton>
      <form action={leave} className="-me-3 flex items-center justify-between gap-x-4 text-sm text-ink-soft">
        <p className="min-w-0">{text("signedInAs", { email })}</p>
        <SubmitButton variant="quiet" size="small">
          {text("signOut")}
        </SubmitButton>
      </form>
    </div>
  );
}
