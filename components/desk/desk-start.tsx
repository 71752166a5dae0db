import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { buttonStyle } from "#components/ui/button-style.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { MailSlot } from "#components/ui/illustrations/mail-slot.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
import { List } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import { companyHref } from "#lib/hrefs.ts";
import { maxCounted, type UpcomingLeaver } from "#lib/leavers/schema.ts";
import { DeskLine } from "./desk-line.tsx";
import { leaversHref } from "./leavers/leavers-href.ts";

type DeskStartProps = {
  company: string;
  counts: {
    corrections: number;
    imports: number;
    leavers: number;
    withoutMail: number;
    withoutGround: number;
    bounced: number;
    opened: number;
    joined: number;
  };
  upcoming: readonly UpcomingLeaver[];
};

/** What HR's desk begins with: what waits, who leaves next, and what is missing in the records. */
export function DeskStart({ company, counts, upcoming }: DeskStartProps) {
  const text = useTranslations("desk.start");
  const format = useFormatter();
  const to = (path: string) => companyHref(company, `desk/${path}`);
  const people = (count: number) =>
    count >= maxCounted ? text("orMore", { count: maxCounted }) : text("people", { count });
  const waits = counts.corrections + counts.imports + counts.bounced > 0;
  return (
    <>
      <Section title={text("waiting.title")}>
        {waits ? (
          <List>
            {counts.corrections > 0 && (
              <DeskLine href={to("corrections")} name={text("waiting.corrections")}>
                {text("count", { count: counts.corrections })}
              </DeskLine>
            )}
            {counts.imports > 0 && (
              <DeskLine href={to("leavers/import")} name={text("waiting.imports")}>
                {text("count", { count: counts.imports })}
              </DeskLine>
            )}
            {counts.bounced > 0 && (
              <DeskLine
                href={leaversHref(company, { invitation: ["bounced"] })}
                name={text("waiting.bounced")}
              >
                {people(counts.bounced)}
              </DeskLine>
            )}
          </List>
        ) : (
          <EmptyState small picture={<Seat />} title={text("waiting.emptyTitle")}>
            {text("waiting.emptyText")}
          </EmptyState>
        )}
      </Section>
      {counts.leavers === 0 ? (
        <Section title={text("records.title")}>
          <EmptyState
            small
            picture={<MailSlot />}
            title={text("none.title")}
            action={
              <div className="flex flex-wrap justify-center gap-3">
                <Link href={to("leavers/import")} className={buttonStyle({ variant: "primary" })}>
                  {text("none.import")}
                </Link>
                <Link href={to("leavers/new")} className={buttonStyle({ variant: "quiet" })}>
                  {text("none.add")}
                </Link>
              </div>
            }
          >
            {text("none.text")}
          </EmptyState>
        </Section>
      ) : (
        <>
          <Section title={text("upcoming.title")} description={text("upcoming.description")}>
            {upcoming.length > 0 ? (
              <List>
                {upcoming.map(({ id, name, department, lastDay, days }) => (
                  <DeskLine key={id} href={to(`leavers/${id}`)} name={name} hint={department}>
                    <span className="text-ink-soft">
                      {format.dateTime(new Date(lastDay), { dateStyle: "medium", timeZone: "UTC" })}
                    </span>{" "}
                    {text("upcoming.days", { days })}
                  </DeskLine>
                ))}
              </List>
            ) : (
              <p className="text-sm text-ink-soft">{text("upcoming.empty")}</p>
            )}
          </Section>
          <Section title={text("invitations.title")} description={text("invitations.description")}>
            <List>
              <DeskLine
                href={leaversHref(company, { invitation: ["opened"] })}
                name={text("invitations.opened")}
              >
                {people(counts.opened)}
              </DeskLine>
              <DeskLine
                href={leaversHref(company, { invitation: ["joined"] })}
                name={text("invitations.joined")}
              >
                {people(counts.joined)}
              </DeskLine>
            </List>
          </Section>
          <Section title={text("records.title")}>
            <List>
              <DeskLine href={to("leavers")} name={text("records.all")}>
                {people(counts.leavers)}
              </DeskLine>
              <DeskLine href={to("leavers?mail=none")} name={text("records.withoutMail")}>
                {people(counts.withoutMail)}
              </DeskLine>
              <DeskLine
                href={to("leavers?ground=none")}
                name={text("records.withoutGround")}
                hint={text("records.groundHint")}
              >
                {people(counts.withoutGround)}
              </DeskLine>
            </List>
          </Section>
        </>
      )}
    </>
  );
}
