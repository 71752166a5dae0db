import type pg from "pg";
import { viewerKinds } from "#lib/people/audiences.ts";
import { crowdFields } from "#tests/support/pages.ts";

/** Fills new companies of these slugs with made-up people by SQL alone, so many together. Every twentieth has not joined; a third are employees. */
export async function fillCrowd(owner: pg.Client, slugs: string[], people: number): Promise<void> {
  for (const kind of viewerKinds) await owner.query(`DROP INDEX search_docs_${kind.toLowerCase()}_idx`);
  await owner.query(
    "INSERT INTO companies (id, slug, name, name_en) SELECT gen_random_uuid(), slug, slug, slug FROM unnest($1::text[]) slug",
    [slugs],
  );
  await owner.query(
    `INSERT INTO company_fields (company_id, id, kind, name_ja, choices, place, mark, audience)
      SELECT c.id, f.id, 'CHOICE', '項目' || f.n, (SELECT jsonb_agg(jsonb_build_object('id', k::text, 'ja', '選択肢' || k, 'en', NULL)) FROM generate_series(1, 9) k),
          f.n, f.n, 'EVERYONE'
        FROM companies c, unnest($2::uuid[]) WITH ORDINALITY AS f (id, n) WHERE c.slug = ANY ($1)`,
    [slugs, crowdFields],
  );
  await owner.query(
    "CREATE TEMP TABLE crowded AS SELECT array_agg(id) AS ids FROM companies WHERE slug = ANY ($1)",
    [slugs],
  );
  const each = Math.ceil(people / slugs.length);
  await owner.query(
    `CREATE TEMP TABLE crowd AS
      SELECT i, gen_random_uuid() AS id, crowded.ids[1 + (i - 1) / ${each}] AS company_id, (i - 1) % ${each} AS seat,
        f.kanji AS family, f.kana AS family_kana, f.romaji AS family_romaji, g.kanji AS given, g.kana AS given_kana, g.romaji AS given_romaji,
        (ARRAY['第二営業部', '経理部', '研究開発部', '人事部', '生産技術部'])[1 + i % 5] AS department,
        (ARRAY['東京都', '大阪府', '福岡県', '北海道', '千葉県', '愛知県', '京都府'])[1 + i % 7] AS area,
        (ARRAY['有機合成', '品質管理', '英語', '原価計算', '実験計画法', '知的財産'])[1 + (i / 7) % 6] AS skill,
        (ARRAY['13', '27', '40', '01', '12', '23', '26'])[1 + i % 7] AS area_code,
        (ARRAY['MENTORING', 'COLLABORATION', 'REFERRAL', 'KEEP_IN_TOUCH'])[1 + (i / 5) % 4] AS open, '藍染工房 ' || (i % 2000) * 7919 % 2000 AS employer,
        (ARRAY['大学で教えています', '独立しました', '地元で農業おしています'])[1 + (i / 3) % 3] AS headline
      FROM crowded, generate_series(1, ${Math.trunc(people)}) i
      JOIN (${names(familyNames)}) f ON f.n = (hashint4(i) & 2147483647) % ${familyNames.length}
      JOIN (${names(givenNames)}) g ON g.n = (hashint4(i * 31) & 2147483647) % ${givenNames.length}`,
  );
  for (const statement of statements) await owner.query(statement);
  await owner.query("VACUUM (ANALYZE) members, profiles, search_docs");
}

const statements = [
  "INSERT INTO users (id, email) SELECT id, id || '@example.com' FROM crowd",
  `INSERT INTO members (company_id, id, user_id, kind, status, joined_at, welcomed_at)
    SELECT company_id, id, id, (CASE WHEN i % 3 = 0 THEN 'EMPLOYEE' ELSE 'ALUMNUS' END)::"MemberKind",
      (CASE WHEN i % 20 = 0 THEN 'INVITED' ELSE 'ACTIVE' END)::"MemberStatus",
      CASE WHEN i % 20 <> 0 THEN now() - make_interval(hours => i % 16000) END, now() FROM crowd`,
  `INSERT INTO profiles (company_id, member_id, family_name, given_name, family_name_kana, given_name_kana, sort_key, joined_on,
      left_on, department, area, headline, purposes, skills, employer)
    SELECT company_id, id, family, given, family_kana, given_kana, family_kana || ' ' || given_kana, make_date(1985 + i % 38, 4, 1),
      make_date(1990 + i % 33, 3, 31), department, area, headline, ARRAY[open], ARRAY[skill], employer FROM crowd`,
  // What the trigger would place beside the texts, row by row.
  "ALTER TABLE search_docs DISABLE TRIGGER place_search_doc",
  `INSERT INTO search_docs (company_id, member_id, viewer_kind, kind, sort_key, department, joined_on, left_on, arrived_at, changed_at, doc, facets, seat)
    SELECT c.company_id, c.id, viewers, m.kind, p.sort_key, p.department, p.joined_on, p.left_on, m.joined_at, m.joined_at, concat_ws('|', '||' || family || given, '|' || family_kana || given_kana, '|' || family_romaji || given_romaji,
      given_romaji || family_romaji, c.department, c.headline, skill, c.area),
      ARRAY['department:' || c.department, 'area:' || area_code, 'skill:' || skill, 'joined:' || 1985 + i % 38, 'left:' || 1990 + i % 33,
        'open:' || open, 'employer:' || c.employer,
        'field.${crowdFields[0]}:' || 1 + (i / 13) % 4, 'field.${crowdFields[1]}:' || 1 + (i / 11) % 9], seat
      FROM crowd c JOIN members m ON m.company_id = c.company_id AND m.id = c.id JOIN profiles p ON p.company_id = c.company_id AND p.member_id = c.id
        CROSS JOIN unnest(enum_range(NULL::"ViewerKind")) viewers WHERE i % 20 <> 0`,
  "ALTER TABLE search_docs ENABLE TRIGGER place_search_doc",
  ...viewerKinds.map(
    (kind) =>
      `CREATE INDEX search_docs_${kind.toLowerCase()}_idx ON search_docs USING GIN (search_keys(company_id, kind, grams || facets)) WHERE viewer_kind = '${kind}'`,
  ),
  "DROP TABLE crowd, crowded",
];

const familyNames =
  "佐藤 さとう satou,鈴木 すずき suzuki,高橋 たかはし takahashi,田中 たなか tanaka,伊藤 いとう itou,渡辺 わたなべ watanabe,山本 やまもと yamamoto,中村 なかむら nakamura,小林 こばやし kobayashi,加藤 かとう katou,吉田 よしだ yoshida,山田 やまだ yamada,佐佐木 ささき sasaki,山口 やまぐち yamaguchi,松本 まつもと matsumoto,井上 いのうえ inoue,木村 きむら kimura,林 はやし hayashi,斎藤 さいとう saitou,清水 しみず shimizu,山崎 やまざき yamazaki,森 もり mori,池田 いけだ ikeda,橋本 はしもと hashimoto,阿部 あべ abe,石川 いしかわ ishikawa,榊原 さかきばら sakakibara,小鳥遊 たかなし takanashi,五十嵐 いがらし igarashi,長谷川 はせがわ hasegawa".split(
    ",",
  );
const givenNames =
  "一郎 いちろう ichirou,太郎 たろう tarou,健太 けんた kenta,翔太 しょうた shouta,大輔 だいすけ daisuke,直樹 なおき naoki,誠 まこと makoto,隆 たかし takashi,浩 ひろし hiroshi,花子 はなこ hanako,美咲 みさき misaki,陽子 ようこ youko,由美子 ゆみこ yumiko,千夏 ちなつ chinatsu,恵子 けいこ keiko,愛 あい ai,彩 あや aya,涼 りょう ryou,海斗 かいと kaito,蓮 れん ren,葵 あおい aoi,結衣 ゆい yui".split(
    ",",
  );

function names(list: string[]): string {
  const rows = list.map(
    (name, n) =>
      `(${n}, ${name
        .split(" ")
        .map((part) => `'${part}'`)
        .join(", ")})`,
  );
  return `SELECT * FROM (VALUES ${rows.join(", ")}) AS v (n, kanji, kana, romaji)`;
}
