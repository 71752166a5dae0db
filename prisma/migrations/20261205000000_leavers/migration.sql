-- HR's records of those who left or will leave, and the imports that bring them in: see prisma/schema.prisma and prisma/sql/leavers.
CREATE TYPE "LeaverGround" AS ENUM ('CONSENT', 'NOTICE', 'REQUEST');
CREATE TABLE leavers (
  company_id UUID NOT NULL,
  id UUID NOT NULL,
  number TEXT,
  family_name TEXT NOT NULL,
  given_name TEXT NOT NULL,
  family_name_kana TEXT,
  given_name_kana TEXT,
  preferred_name TEXT,
  former_family_name TEXT,
  registered_family_name TEXT,
  registered_given_name TEXT,
  sort_key TEXT NOT NULL,
  joined_on DATE,
  left_on DATE,
  department TEXT,
  title TEXT,
  employment TEXT,
  mail TEXT,
  work_mail TEXT,
  deceased BOOLEAN NOT NULL DEFAULT false,
  tags TEXT[] NOT NULL DEFAULT '{}',
  note TEXT NOT NULL DEFAULT '',
  ground "LeaverGround",
  ground_on DATE,
  ground_document TEXT,
  doc TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT leavers_pkey PRIMARY KEY (company_id, id),
  CONSTRAINT leavers_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);
-- One employee number is one person's.
CREATE UNIQUE INDEX leavers_company_id_number_key ON leavers (company_id, number);
CREATE INDEX leavers_company_id_sort_key_id_idx ON leavers (company_id, sort_key COLLATE "C", id);
CREATE INDEX leavers_company_id_mail_idx ON leavers (company_id, mail);

CREATE TYPE "LeaverImportState" AS ENUM ('READING', 'READY', 'APPLYING', 'DONE', 'UNDONE', 'CANCELLED', 'FAILED');
CREATE TABLE leaver_imports (
  company_id UUID NOT NULL,
  id UUID NOT NULL,
  started_by_id UUID NOT NULL,
  started_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  state "LeaverImportState" NOT NULL DEFAULT 'READING',
  task_id UUID,
  files JSONB NOT NULL DEFAULT '[]',
  counts JSONB,
  ground "LeaverGround",
  ground_on DATE,
  ground_document TEXT,
  applied_at TIMESTAMPTZ(3),
  ended_at TIMESTAMPTZ(3),
  CONSTRAINT leaver_imports_pkey PRIMARY KEY (company_id, id),
  CONSTRAINT leaver_imports_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX leaver_imports_company_id_started_at_idx ON leaver_imports (company_id, started_at);

CREATE TABLE leaver_import_files (
  company_id UUID NOT NULL,
  import_id UUID NOT NULL,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  cells BYTEA NOT NULL,
  CONSTRAINT leaver_import_files_pkey PRIMARY KEY (company_id, import_id, place),
  CONSTRAINT leaver_import_files_company_id_import_id_fkey FOREIGN KEY (company_id, import_id)
    REFERENCES leaver_imports (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TYPE "LeaverVerdict" AS ENUM ('NEW', 'CHANGED', 'UNCHANGED', 'DECIDE', 'ERROR');
CREATE TYPE "LeaverDecision" AS ENUM ('TAKE', 'MERGE', 'LEAVE');
CREATE TABLE leaver_import_rows (
  company_id UUID NOT NULL,
  import_id UUID NOT NULL,
  place INTEGER NOT NULL,
  person JSONB NOT NULL,
  problems JSONB NOT NULL DEFAULT '[]',
  rows JSONB NOT NULL,
  warned BOOLEAN NOT NULL DEFAULT false,
  fixed JSONB,
  verdict "LeaverVerdict" NOT NULL DEFAULT 'NEW',
  leaver_id UUID,
  changes JSONB,
  decision "LeaverDecision",
  CONSTRAINT leaver_import_rows_pkey PRIMARY KEY (company_id, import_id, place),
  CONSTRAINT leaver_import_rows_company_id_import_id_fkey FOREIGN KEY (company_id, import_id)
    REFERENCES leaver_imports (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX leaver_import_rows_company_id_import_id_verdict_idx ON leaver_import_rows (company_id, import_id, verdict, place);

CREATE TABLE leaver_import_changes (
  company_id UUID NOT NULL,
  import_id UUID NOT NULL,
  leaver_id UUID NOT NULL,
  before JSONB,
  after JSONB NOT NULL,
  CONSTRAINT leaver_import_changes_pkey PRIMARY KEY (company_id, import_id, leaver_id),
  CONSTRAINT leaver_import_changes_company_id_import_id_fkey FOREIGN KEY (company_id, import_id)
    REFERENCES leaver_imports (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE leaver_mappings (
  company_id UUID NOT NULL,
  fingerprint TEXT NOT NULL,
  mapping JSONB NOT NULL,
  kept_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT leaver_mappings_pkey PRIMARY KEY (company_id, fingerprint),
  CONSTRAINT leaver_mappings_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- The domains of a company's own mail, where nobody who left reads it any more.
ALTER TABLE companies ADD COLUMN mail_domains TEXT[] NOT NULL DEFAULT '{}';
