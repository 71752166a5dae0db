-- What members say about what HR recorded of them, and what HR decided: see prisma/schema.prisma and prisma/sql/people/corrections.sql.
CREATE TYPE "RecordedField" AS ENUM ('JOINED_ON', 'LEFT_ON', 'DEPARTMENT', 'TITLE');
CREATE TYPE "CorrectionStatus" AS ENUM ('WAITING', 'CONFIRMED', 'DECLINED');
CREATE TABLE corrections (
  company_id UUID NOT NULL,
  id UUID NOT NULL,
  member_id UUID NOT NULL,
  field "RecordedField" NOT NULL,
  recorded TEXT,
  proposed TEXT,
  note TEXT NOT NULL,
  status "CorrectionStatus" NOT NULL DEFAULT 'WAITING',
  asked_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  decided_by_id UUID,
  decided_at TIMESTAMPTZ(3),
  answer TEXT,
  CONSTRAINT corrections_pkey PRIMARY KEY (company_id, id),
  CONSTRAINT corrections_company_id_member_id_fkey FOREIGN KEY (company_id, member_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
-- The newest of a field: of one's own, and of all those that wait or were decided.
CREATE INDEX corrections_company_id_member_id_field_asked_at_idx ON corrections (company_id, member_id, field, asked_at);
CREATE INDEX corrections_company_id_status_asked_at_idx ON corrections (company_id, status, asked_at);
CREATE UNIQUE INDEX corrections_waiting_key ON corrections (company_id, member_id, field) WHERE status = 'WAITING';
