import { type DirectoryQuery, dimensions, type YearRange } from "#lib/people/directory-query.ts";
import { fieldDimension } from "#lib/people/field-dimensions.ts";
import { prefectureOf } from "#lib/people/prefectures.ts";

/** What of a profile viewers may narrow the directory by; leave out what they may not see. */
type FacetFields = {
  department?: string | null;
  /** Days, YYYY-MM-DD. */
  joinedOn?: string | null;
  leftOn?: string | null;
  area?: string | null;
  purposes?: readonly string[];
  rehire?: boolean;
  skills?: readonly string[];
  employer?: string | null;
  positions?: readonly { department: string }[];
  /** What they chose of what the company asks besides. */
  chosen?: readonly { field: string; choice: string }[];
};

/** The facets of a search_docs row, each a dimension and a value: "department:経理部", "joined:2016", "area:13", "open:MENTORING", "field.<id>:2". None twice. */
export function facetsOf(fields: FacetFields): string[] {
  const { department, joinedOn, leftOn, area, purposes = [], rehire, skills = [], employer } = fields;
  const { positions = [], chosen = [] } = fields;
  const facets = [
    ["department", department],
    ...positions.map(({ department }) => ["department", department]),
    ["joined", joinedOn?.slice(0, 4)],
    ["left", leftOn?.slice(0, 4)],
    ["area", area && (prefectureOf(area) ?? area)],
    ...purposes.map((purpose) => ["open", purpose]),
    ["open", rehire && "REHIRE"],
    ...skills.map((skill) => ["skill", skill]),
    ["employer", employer],
    ...chosen.map(({ field, choice }) => [fieldDimension(field), choice]),
  ];
  return [...new Set(facets.flatMap(([dimension, value]) => (value ? [`${dimension}:${value}`] : [])))];
}

/** The facets that a question asks for: of each line, whose facets are parted by line feeds, somebody has one. */
export function facetLines(query: DirectoryQuery): string[] {
  const lines = dimensions.map((dimension) => {
    const chosen = query[dimension];
    const values = Array.isArray(chosen) ? chosen : yearsOf(chosen);
    return values.map((value) => `${dimension}:${value}`);
  });
  const ofFields = Map.groupBy(query.field, (one) => one.slice(0, one.indexOf(".")));
  const fields = [...ofFields].map(([id, chosen]) =>
    chosen.map((one) => `${fieldDimension(id)}:${one.slice(id.length + 1)}`),
  );
  return [...lines, ...fields].filter((line) => line.length > 0).map((line) => line.join("\n"));
}

function yearsOf(range: YearRange | undefined): string[] {
  if (!range) return [];
  return Array.from({ length: range.until - range.from + 1 }, (_, index) => String(range.from + index));
}
