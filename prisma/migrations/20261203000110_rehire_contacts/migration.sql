-- Interest in being rehired may be shown to one employee: see prisma/schema.prisma and prisma/sql/people/rehire-contacts.sql.
ALTER TYPE "Audience" ADD VALUE 'CONTACT';
CREATE TABLE rehire_contacts (
  company_id UUID NOT NULL,
  member_id UUID NOT NULL,
  contact_id UUID NOT NULL,
  CONSTRAINT rehire_contacts_pkey PRIMARY KEY (company_id, member_id),
  CONSTRAINT rehire_contacts_company_id_member_id_fkey FOREIGN KEY (company_id, member_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT rehire_contacts_company_id_contact_id_fkey FOREIGN KEY (company_id, contact_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX rehire_contacts_company_id_contact_id_idx ON rehire_contacts (company_id, contact_id);

-- A line of the feed may be one member's alone.
ALTER TABLE feed_events ADD COLUMN reader_id UUID;
