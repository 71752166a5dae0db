"use client";

import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Standstill } from "#components/errors/standstill.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

export default function JoinNotFound() {
  const text = useTranslations("chat.join.notFound");
  const { company } = useParams<{ company: string }>();
  return (
    <Standstill title={text("title")} text={text("text")}>
      <LinkButton href={`/c/${company}/chat`} variant="primary">
        {text("action")}
      </LinkButton>
    </Standstill>
  );
}
