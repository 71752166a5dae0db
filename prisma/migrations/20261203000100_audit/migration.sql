-- Who of HR has looked at what of somebody: see prisma/schema.prisma and prisma/sql/audit.
CREATE TYPE "AuditAction" AS ENUM ('LOOKED');
CREATE TYPE "AuditMatter" AS ENUM ('RECORD', 'REHIRE', 'CORRECTION', 'FOUND');
CREATE TABLE audit_entries (
  company_id UUID NOT NULL,
  id UUID NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  day DATE NOT NULL DEFAULT ((now() AT TIME ZONE 'UTC')::date),
  actor_id UUID,
  subject_id UUID NOT NULL,
  action "AuditAction" NOT NULL,
  matter "AuditMatter" NOT NULL,
  CONSTRAINT audit_entries_pkey PRIMARY KEY (company_id, id),
  CONSTRAINT audit_entries_company_id_subject_id_fkey FOREIGN KEY (company_id, subject_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
-- Of a day one of a kind for each two people.
CREATE UNIQUE INDEX audit_entries_company_id_subject_id_day_actor_id_action_mat_key
  ON audit_entries (company_id, subject_id, day, actor_id, action, matter);
CREATE INDEX audit_entries_company_id_subject_id_at_id_idx ON audit_entries (company_id, subject_id, at, id);
CREATE INDEX audit_entries_company_id_actor_id_idx ON audit_entries (company_id, actor_id);
-- What is too old lies together.
CREATE INDEX audit_entries_at_idx ON audit_entries USING BRIN (at);
