/** Why a file is not read. */
export type Refusal =
  | "empty"
  | "too-large"
  | "old-excel"
  | "html"
  | "pdf"
  | "pension-office"
  | "bomb"
  | "broken-workbook"
  | "encoding"
  | "not-a-table";

/** Thrown with it. */
export class Refused extends Error {
  override name = "Refused";
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

const maxFileBytes = 32 * 1024 * 1024;

/** What a file is by its first bytes, whatever it is called: a workbook of Excel, or a text. Throws `Refused` for what is neither. */
export function kindOf(bytes: Uint8Array): "workbook" | "text" {
  if (bytes.length === 0) throw new Refused("empty");
  if (bytes.length > maxFileBytes) throw new Refused("too-large");
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Refused("old-excel");
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new Refused("pdf");
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? "workbook" : "text";
}

/** Throws `Refused` for a text that is no table. */
export function refuseOtherTexts(text: string): void {
  if (text.trim() === "") throw new Refused("empty");
  if (/^\s*<(?:!doctype|!--|\?xml|html|head|body|meta|table|script)/i.test(text)) throw new Refused("html");
  if (isForPensionOffice(text.slice(0, 2000))) throw new Refused("pension-office");
}

/** What employers hand in to 年金機構: the form's number comes first, or the sections are marked as its program marks them. */
function isForPensionOffice(beginning: string): boolean {
  return /^"?22223"?,/.test(beginning) || /^(?:\[kanri\]|\[data\])\s*$/m.test(beginning);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
