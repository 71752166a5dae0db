-- A takeout is its member's alone, whatever anybody's role: nobody else reads its row, and nobody at all that of its file, whose bytes are
-- opened by this one. Who has left the company has none.
CREATE POLICY own_select ON takeouts FOR SELECT TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()));
CREATE POLICY own_insert ON takeouts FOR INSERT TO okaeri_app
  WITH CHECK (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()) AND file_id = ANY (ARRAY(SELECT ungiven_files('TAKEOUT'))));
CREATE POLICY own_delete ON takeouts FOR DELETE TO okaeri_app
  USING (company_id = (SELECT app_company_id()) AND member_id = (SELECT app_member_id()));
GRANT SELECT, INSERT, DELETE ON takeouts TO okaeri_app;
GRANT SELECT, DELETE ON takeouts TO okaeri_lookup;

CREATE TRIGGER give_file AFTER INSERT ON takeouts FOR EACH ROW EXECUTE FUNCTION give_file();
CREATE TRIGGER let_go_of_file AFTER DELETE ON takeouts FOR EACH ROW EXECUTE FUNCTION let_go_of_file();
CREATE TRIGGER pass_over_former BEFORE INSERT ON takeouts FOR EACH ROW EXECUTE FUNCTION pass_over_former('member_id');
