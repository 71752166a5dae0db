"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type Failure, requestByHttp } from "#components/live/live-request.ts";
import { PersonLine } from "#components/person/person-line.tsx";
import { Together } from "#components/person/together.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { DirectoryPerson } from "#lib/people/schema.ts";
import type { Greet } from "./greet.ts";

type GreetingProps = { company: string; name: string; person: DirectoryPerson; greet: Greet };

/** Somebody one knows, and a first line to them, which one may change before it goes. */
export function Greeting({ company, name, person, greet }: GreetingProps) {
  const text = useTranslations("joining.welcome.greeting");
  const describe = useRefusalText();
  // The same at each try, so that it is sent once.
  const [clientId] = useState(() => crypto.randomUUID());
  const [words, setWords] = useState<string | null>(null);
  const [state, setState] = useState<"open" | "sending" | "sent">("open");
  const [refusal, setRefusal] = useState<Failure | null>(null);

  async function send(line: string) {
    if (state !== "open") return;
    setState("sending");
    const answer = await requestByHttp(async () => {
      const opened = await greet.start(company, { name: null, memberIds: [person.memberId] });
      return opened.ok
        ? greet.send(company, { threadId: opened.data, clientId, text: line, mentions: [] })
        : opened;
    });
    setState(answer.ok ? "sent" : "open");
    setRefusal(answer.ok ? null : answer);
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="flex min-w-0 flex-1 basis-48 items-center gap-3">
          <PersonLine person={person} />
        </span>
        {state === "sent" ? (
          <Tag>{text("sent")}</Tag>
        ) : (
          words === null && (
            <Button
              size="small"
              aria-label={text("writeTo", { name: person.displayName })}
              onClick={() => setWords(text("words", { name }))}
            >
              {text("write")}
            </Button>
          )
        )}
      </div>
      {person.overlap && (
        <p className="text-sm text-ink-soft">
          <Together overlap={person.overlap} />
        </p>
      )}
      {words !== null && state !== "sent" && (
        <div className="grid gap-3">
          <Field label={text("label", { name: person.displayName })}>
            <TextArea rows={3} value={words} onChange={(event) => setWords(event.target.value)} />
          </Field>
          <div>
            <Button
              size="small"
              variant="primary"
              pending={state === "sending"}
              disabled={words.trim() === ""}
              onClick={() => void send(words)}
            >
              {text("send")}
            </Button>
          </div>
          <InlineError>{refusal && describe(refusal)}</InlineError>
        </div>
      )}
    </div>
  );
}
