-- What the directory lists, and how many: kept, so that no page counts or sorts a company. prisma/sql/people/listed.sql fills and keeps it.
ALTER TABLE profiles ADD COLUMN listed "MemberKind";
DROP INDEX "profiles_company_id_sort_key_member_id_idx";
CREATE INDEX profiles_listed_idx ON profiles (company_id, sort_key, member_id) WHERE listed IS NOT NULL;
-- Of each kind one: under row-level security an index of the kind is not looked up by it, since comparing enums is not leakproof.
CREATE INDEX profiles_listed_alumni_idx ON profiles (company_id, sort_key, member_id) WHERE listed = 'ALUMNUS';
CREATE INDEX profiles_listed_employees_idx ON profiles (company_id, sort_key, member_id) WHERE listed = 'EMPLOYEE';

CREATE TABLE directory_counts (
  company_id UUID NOT NULL,
  kind "MemberKind" NOT NULL,
  initial TEXT COLLATE "C" NOT NULL,
  people INTEGER NOT NULL,
  CONSTRAINT directory_counts_pkey PRIMARY KEY (company_id, kind, initial),
  CONSTRAINT directory_counts_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

-- Who came lately is counted up to a bound.
CREATE INDEX members_joined_idx ON members (company_id, joined_at) WHERE status = 'ACTIVE';
