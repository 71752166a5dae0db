import Link from "next/link";
import { useTranslations } from "next-intl";
import { type DataColumn, DataTable } from "#components/ui/data-table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { ListedLeaver } from "#lib/leavers/cards.ts";
import type { LeaverSort, ListColumn } from "#lib/leavers/list-policy.ts";
import { useDayWords } from "./day-words.tsx";
import { InvitationTag } from "./invitation-tag.tsx";
import { leaverNames } from "./leaver-names.ts";
import { leaverHref } from "./leavers-href.ts";
import type { Narrowing } from "./use-narrowing.ts";

/** What is shown where nobody chose. */
export const usualColumns: readonly ListColumn[] = [
  "number",
  "department",
  "left",
  "mail",
  "tags",
  "invitation",
];

type LeaversTableProps = Narrowing & {
  leavers: readonly ListedLeaver[];
  today: string;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
};

export function LeaversTable({ leavers, today, selected, onSelect, ...narrowing }: LeaversTableProps) {
  const text = useTranslations("leavers.list");
  return (
    <DataTable
      label={text("table")}
      rows={leavers}
      columns={useColumns(narrowing, today)}
      nameOf={(leaver) => leaverNames(leaver).name}
      selected={selected}
      onSelect={onSelect}
    />
  );
}

function useColumns({ company, wanted, narrow }: Narrowing, today: string): DataColumn<ListedLeaver>[] {
  const text = useTranslations("leavers.list");
  const dayWords = useDayWords();
  const shown = wanted.column.length > 0 ? wanted.column : usualColumns;
  const by = (sort: LeaverSort, way: "ascending" | "descending") => ({
    current: wanted.sort === sort ? way : null,
    onSort: () => narrow({ sort }),
  });
  const cells: Record<ListColumn, DataColumn<ListedLeaver>["cell"]> = {
    number: ({ number }) => number,
    department: ({ department }) => department,
    title: ({ title }) => title,
    employment: ({ employment }) => employment,
    joined: ({ joinedOn }) => joinedOn && dayWords(joinedOn),
    left: ({ leftOn, deceased }) => {
      const isAhead = !deceased && (leftOn === null || leftOn > today);
      if (!leftOn && !isAhead) return null;
      return (
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          {leftOn ? dayWords(leftOn) : <span className="text-ink-soft">{text("noDay")}</span>}
          {isAhead && leftOn && <Tag>{text("upcoming")}</Tag>}
        </span>
      );
    },
    mail: ({ mail, deceased }) =>
      mail ?? (deceased ? null : <span className="text-ink-soft">{text("noMail")}</span>),
    tags: ({ tags }) =>
      tags.length === 0 ? null : (
        <span className="inline-flex flex-wrap gap-1">
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </span>
      ),
    invitation: ({ invitation }) => invitation && <InvitationTag status={invitation} />,
    ground: ({ hasGround }) =>
      hasGround ? text("grounded") : <span className="text-ink-soft">{text("notGrounded")}</span>,
  };
  return [
    {
      key: "name",
      title: text("columns.name"),
      sort: by("name", "ascending"),
      cell: (leaver) => <Name company={company} leaver={leaver} />,
    },
    ...shown.map((key) => ({
      key,
      title: text(`columns.${key}`),
      cell: cells[key],
      ...(key === "left" && { sort: by("left", "descending") }),
    })),
  ];
}

function Name({ company, leaver }: { company: string; leaver: ListedLeaver }) {
  const text = useTranslations("leavers.list");
  const { name, kana } = leaverNames(leaver);
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <span>
        <Link href={leaverHref(company, leaver.id)} className="name-link text-base font-medium">
          {name}
        </Link>
        {kana && <span className="reading block">{kana}</span>}
      </span>
      {leaver.deceased && <Tag>{text("deceased")}</Tag>}
    </span>
  );
}
