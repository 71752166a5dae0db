-- What a company asks of its people besides, and what they answered: see prisma/schema.prisma and prisma/sql/people/company-fields.sql.
CREATE TYPE "FieldKind" AS ENUM ('TEXT', 'CHOICE', 'YEAR');
CREATE TYPE "FieldState" AS ENUM ('SHOWN', 'RETIRED', 'DELETED');
CREATE TABLE company_fields (
  company_id UUID NOT NULL,
  id UUID NOT NULL,
  kind "FieldKind" NOT NULL,
  name_ja TEXT,
  name_en TEXT,
  hint TEXT,
  choices JSONB NOT NULL DEFAULT '[]',
  next_choice INTEGER NOT NULL DEFAULT 1,
  audience "Audience" NOT NULL DEFAULT 'NOBODY',
  place INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  state "FieldState" NOT NULL DEFAULT 'SHOWN',
  stale_at TIMESTAMPTZ(3),
  settled_to UUID,
  CONSTRAINT company_fields_pkey PRIMARY KEY (company_id, id),
  CONSTRAINT company_fields_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX company_fields_company_id_mark_key ON company_fields (company_id, mark);
CREATE INDEX company_fields_stale_idx ON company_fields (stale_at) WHERE stale_at IS NOT NULL;
ALTER TABLE profiles ADD COLUMN details JSONB NOT NULL DEFAULT '{}';
