-- Rows of bits, one for each seat: 1 where somebody sits of whom something holds. (Seats: search-docs.sql. Whom they hold for: facets.sql.)

-- One in which these seats are taken; an empty one for none. Each bit that is set copies the row, and a row that is read from a text costs its length: of few
-- the first is a hundredth of the second.
CREATE FUNCTION taken_seats(taken int[]) RETURNS bit varying LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  size int := coalesce((SELECT max(seat) + 1 FROM unnest(taken) AS t (seat)), 0);
  bits bit varying := pg_catalog."bit"(''::bit varying, size, true);
  seat int;
BEGIN
  IF cardinality(taken) > 1000 THEN
    RETURN (SELECT string_agg(repeat('0', t.seat - before - 1) || '1', '' ORDER BY t.seat)::bit varying
      FROM (SELECT t.seat, lag(t.seat, 1, -1) OVER (ORDER BY t.seat) AS before FROM (SELECT DISTINCT unnest(taken)) AS t (seat)) t);
  END IF;
  FOREACH seat IN ARRAY taken LOOP
    bits := set_bit(bits, seat, 1);
  END LOOP;
  RETURN bits;
END $$;

-- The seats that are taken in one.
CREATE FUNCTION seats_in(bits bit varying) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT ARRAY(SELECT (sum(octet_length(free) + 1) OVER (ORDER BY n))::int - 1 FROM string_to_table(bits::text, '1') WITH ORDINALITY AS g (free, n)
    ORDER BY n LIMIT bit_count(bits));
END;

-- One with each bit turned over that is set in the other; as long as the longer one.
CREATE FUNCTION turned_over(bits bit varying, other bit varying) RETURNS bit varying LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN pg_catalog."bit"(bits, greatest(length(bits), length(other)), true) # pg_catalog."bit"(other, greatest(length(bits), length(other)), true);

-- How many seats a company has for such viewers. (The last one is read from the end of the index only where what that begins with stands in ORDER BY.)
CREATE FUNCTION seats_of(company uuid, viewers "ViewerKind") RETURNS int LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((SELECT d.seat + 1 FROM search_docs d WHERE d.company_id = company AND d.viewer_kind = viewers
    ORDER BY d.viewer_kind DESC, d.seat DESC LIMIT 1), 0);
END $$;

-- The seats of those whom the directory lists for the caller who are of that kind and have, of each of these lines (facets, parted by line feeds), one facet;
-- but for these members.
CREATE FUNCTION seats_with(of_kind "MemberKind", lines text[], but uuid[]) RETURNS bit varying LANGUAGE plpgsql STABLE AS $$
DECLARE
  company uuid := app_company_id();
  viewers "ViewerKind" := app_viewer_kind();
  size int := seats_of(company, viewers);
  line text;
  held bit varying;
  taken bit varying;
BEGIN
  FOREACH line IN ARRAY lines LOOP
    SELECT bit_or(pg_catalog."bit"(c.seats, size, true)) INTO held FROM facet_counts c WHERE c.company_id = company AND c.viewer_kind = viewers
      AND c.facet = ANY (string_to_array(line, E'\n')) AND (of_kind IS NULL OR c.kind = of_kind) AND c.people > 0;
    taken := coalesce(taken & held, held);
    IF held IS NULL THEN
      RETURN pg_catalog."bit"(''::bit varying, size, true);
    END IF;
  END LOOP;
  IF but <> '{}' THEN
    taken := taken & ~ pg_catalog."bit"(taken_seats(ARRAY(SELECT d.seat FROM search_docs d
      WHERE d.company_id = company AND d.viewer_kind = viewers AND d.member_id = ANY (but))), size, true);
  END IF;
  RETURN taken;
END $$;
