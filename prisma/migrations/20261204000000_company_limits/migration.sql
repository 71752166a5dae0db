-- What a company shows at most of its people, whatever these choose: see prisma/schema.prisma and prisma/sql/people/limits.sql.
CREATE TABLE company_limits (
  company_id UUID NOT NULL,
  field TEXT NOT NULL,
  widest "Audience" NOT NULL,
  stale_at TIMESTAMPTZ(3),
  settled_to UUID,
  CONSTRAINT company_limits_pkey PRIMARY KEY (company_id, field),
  CONSTRAINT company_limits_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX company_limits_stale_idx ON company_limits (stale_at) WHERE stale_at IS NOT NULL;
ALTER TABLE company_fields ADD COLUMN widest "Audience" NOT NULL DEFAULT 'EVERYONE';
