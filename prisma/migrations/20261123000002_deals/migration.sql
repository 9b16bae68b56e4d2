-- A deal says who reported it, how well it is proven, and when silence answers.
alter table deal
  add constraint known_reporter check (reported_by in ('merchant', 'provider', 'signal')),
  add constraint known_grade check (grade in ('A', 'B', 'C', 'D')),
  add constraint a_day check (won_on ~ '^\d{4}-\d{2}-\d{2}$'),
  add constraint a_report_has_an_answer_clock check (status <> 'reported' or answer_due_at is not null);
alter table deal_confirmation add constraint known_way check (by in ('merchant', 'deemed', 'finance'));
alter table deal_contest add constraint known_side check (by in ('merchant', 'provider', 'clock'));
alter table lead_stage add constraint lost_has_a_reason check (stage <> 'lost' or reason is not null);
alter table evidence add constraint size_is_bounded check (size_bytes between 1 and 10485760);

-- What a deal is worth is not rewritten: a correction is an amendment.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if (new.lead_id, new.merchant_id, new.provider_id, new.program_id, new.reported_by, new.currency, new.reported_at)
    is distinct from (old.lead_id, old.merchant_id, old.provider_id, old.program_id, old.reported_by, old.currency, old.reported_at) then
    raise exception 'a report stays as it was made' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger stays before update on deal for each row execute function refuse_rewriting();
