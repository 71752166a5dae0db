import { cookies } from "next/headers";
import Link from "next/link";

type RowsPageProps = { params: Promise<{ rows: string }> };

/** So many people out of memory, each with a link and three texts; rendered for each request, as the cookie is asked for. */
export default async function RowsPage({ params }: RowsPageProps) {
  const { rows } = await params;
  await cookies();
  return (
    <main>
      <h1>名簿</h1>
      <ul>
        {Array.from({ length: Number(rows) }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number.
          <li key={row}>
            <Link href={`/elsewhere?person=${row}`}>高橋 千夏 {row}</Link>
            <span>たかはし ちなつ</span>
            <span>第二営業部 2010–2021</span>
            <p>大学で教えています</p>
          </li>
        ))}
      </ul>
    </main>
  );
}
