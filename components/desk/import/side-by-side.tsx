import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { ImportRow, LeaverCard } from "#lib/leavers/schema.ts";
import { kanaOf, nameOf } from "./row-name.ts";
import { useDays } from "./use-days.ts";

type SideBySideProps = { person: ImportRow["person"]; leaver: LeaverCard };

/** What the file says beside what the record says; where both say something else, that is told. */
export function SideBySide({ person, leaver }: SideBySideProps) {
  const text = useTranslations("leavers.import");
  const { dayText } = useDays();
  const day = (value: string | null | undefined) => value && dayText(value);
  const lines = [
    ["name", nameOf(person), nameOf(leaver)],
    ["kana", kanaOf(person), kanaOf(leaver)],
    ["number", person.number, leaver.number],
    ["joined", day(person.joinedOn), day(leaver.joinedOn)],
    ["left", day(person.leftOn), day(leaver.leftOn)],
    ["department", person.department, leaver.department],
    ["post", person.title, leaver.title],
    ["mail", person.mail, leaver.mail],
  ] as const;
  return (
    <table className="w-full table-fixed rounded-control bg-sunken text-start text-sm">
      <thead>
        <tr className="text-ink-soft">
          <th scope="col" className={classNames(cell, "w-1/4 font-normal")}>
            {text("decide.item")}
          </th>
          <th scope="col" className={classNames(cell, "font-normal")}>
            {text("decide.file")}
          </th>
          <th scope="col" className={classNames(cell, "font-normal")}>
            {text("decide.record")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines
          .filter(([, one, other]) => one || other)
          .map(([field, one, other]) => {
            const differs = Boolean(one && other && one !== other);
            const look = classNames(cell, "wrap-anywhere", differs && "font-semibold");
            return (
              <tr key={field} className="border-t border-hairline">
                <th scope="row" className={classNames(cell, "font-normal text-ink-soft")}>
                  {text(`fields.${field}`)}
                  {differs && <span className="ms-2 text-xs text-careful">{text("decide.differs")}</span>}
                </th>
                <td className={look}>{one || "–"}</td>
                <td className={look}>{other || "–"}</td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}

const cell = "px-3 py-2 text-start align-top";
