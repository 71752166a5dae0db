-- What a company keeps leavers' records for, and for how long: see prisma/sql/leavers/keeping.sql.
CREATE TABLE company_purposes (
  company_id UUID NOT NULL,
  version INTEGER NOT NULL,
  text_ja TEXT,
  text_en TEXT,
  written_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  written_by_id UUID NOT NULL,
  CONSTRAINT company_purposes_pkey PRIMARY KEY (company_id, version),
  CONSTRAINT company_purposes_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE leaver_expiries (
  company_id UUID NOT NULL,
  day DATE NOT NULL,
  people INTEGER NOT NULL,
  CONSTRAINT leaver_expiries_pkey PRIMARY KEY (company_id, day),
  CONSTRAINT leaver_expiries_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);
ALTER TABLE companies ADD COLUMN leaver_months INTEGER NOT NULL DEFAULT 12;

-- The day from which a record's time counts: its last day of work, or when the record was made where that came later.
CREATE FUNCTION kept_from(created_at timestamptz, left_on date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN greatest((created_at AT TIME ZONE 'UTC')::date, left_on);
CREATE INDEX leavers_kept_from_idx ON leavers (company_id, kept_from(created_at, left_on));
