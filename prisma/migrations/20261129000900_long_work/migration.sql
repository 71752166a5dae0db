-- Work that takes longer than its request: see prisma/schema.prisma.
CREATE TYPE "WorkState" AS ENUM ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED');

CREATE TABLE long_work (
  id UUID NOT NULL,
  company_id UUID,
  member_id UUID,
  operator TEXT,
  kind TEXT NOT NULL,
  state "WorkState" NOT NULL DEFAULT 'WAITING',
  input JSONB NOT NULL DEFAULT '{}',
  done BIGINT NOT NULL DEFAULT 0,
  total BIGINT,
  checkpoint JSONB,
  error TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  claim UUID,
  lease_ends_at TIMESTAMPTZ(3),
  cancel_asked_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  finished_at TIMESTAMPTZ(3),
  CONSTRAINT long_work_pkey PRIMARY KEY (id),
  CONSTRAINT long_work_asked_by_check CHECK (CASE WHEN company_id IS NULL THEN member_id IS NULL AND operator IS NOT NULL
    ELSE member_id IS NOT NULL AND operator IS NULL END),
  CONSTRAINT long_work_company_id_member_id_fkey FOREIGN KEY (company_id, member_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX long_work_company_id_member_id_created_at_idx ON long_work (company_id, member_id, created_at);
CREATE INDEX long_work_open_idx ON long_work (created_at) WHERE state IN ('WAITING', 'RUNNING');
-- Of the installation's own work one of a kind at a time.
CREATE UNIQUE INDEX long_work_operators_idx ON long_work (kind) WHERE company_id IS NULL AND state = 'RUNNING';
