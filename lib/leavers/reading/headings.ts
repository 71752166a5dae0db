/**
 * A heading as headings are compared: full or half width, case, spaces, marks around it (*, ※, 【必須】, ###key###) and punctuation make no
 * difference. "Employee #" is employeeno, 姓（カナ） is 姓カナ.
 */
export function headingKey(heading: string): string {
  return heading
    .normalize("NFKC")
    .replace(/###.*?###/g, "")
    .replace(/【(?:必須|任意)】|\[(?:必須|任意)\]|\((?:必須|任意)\)/g, "")
    .replace(/#/g, "no")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}ー]/gu, "");
}

/** The key of its last part, where a section stands before the field: "業務情報 - 部署_部署名" is 部署名. Undefined where there is none. */
export function lastPartKey(heading: string): string | undefined {
  const parts = heading.normalize("NFKC").split(/_|\s-\s|[/:：＞>]/);
  return parts.length > 1 ? headingKey(parts.at(-1) ?? "") : undefined;
}
