-- Whom the start of HR's desk counts and names, in a company of any size.
CREATE INDEX leavers_without_mail_idx ON leavers (company_id) WHERE mail IS NULL AND NOT deceased;
CREATE INDEX leavers_without_ground_idx ON leavers (company_id) WHERE ground IS NULL AND NOT deceased;
CREATE INDEX leavers_upcoming_idx ON leavers (company_id, left_on, id) WHERE NOT deceased;
