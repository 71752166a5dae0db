import { useTranslations } from "next-intl";

/** Both sides of a mail. The HTML runs no script and is of no origin; a link that is pressed leads this page on. */
export function MailBody({ html, text }: { html: string; text: string }) {
  const say = useTranslations("front.mailbox");
  return (
    <>
      <h2 className="mt-10 mb-3 text-sm font-semibold text-ink-soft">{say("html")}</h2>
      <iframe
        title={say("body")}
        sandbox="allow-top-navigation-by-user-activation"
        srcDoc={html.replace("<head>", '<head><base target="_top">')}
        className="h-[54rem] w-full rounded-card border border-hairline bg-[#f6f3ed] scheme-light"
      />
      <h2 className="mt-10 mb-3 text-sm font-semibold text-ink-soft">{say("text")}</h2>
      <pre className="rounded-card bg-sunken p-4 font-sans text-sm whitespace-pre-wrap">{text}</pre>
    </>
  );
}
