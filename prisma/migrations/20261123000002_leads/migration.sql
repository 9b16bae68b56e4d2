-- A lead's states carry their clocks, and its reasons are those of the product.
alter table lead
  add constraint a_refused_lead_may_be_appealed check (status not in ('rejected', 'returned') or appeal_until is not null),
  add constraint only_an_accepted_lead_is_won check (won_at is null or status = 'accepted'),
  add constraint only_an_accepted_lead_is_reported_on check (next_report_at is null or status = 'accepted');
alter table lead_acceptance add constraint known_way check (by in ('merchant', 'deemed', 'appeal'));
alter table lead_rejection add constraint known_reason check (reason in ('outside_icp', 'duplicate', 'consent'));
alter table lead_return add constraint known_reason check (reason in ('bad_contact', 'prior_relationship', 'no_intent') and proof <> '');
alter table lead_appeal
  add constraint known_target check (against in ('rejection', 'return')),
  add constraint decided_by_somebody check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by_id is null)),
  add constraint known_outcome check (outcome is null or outcome in ('accepted', 'final'));

-- What was handed over stays as it was.
create function refuse_thawing() returns trigger language plpgsql as $$
begin
  if (new.merchant_id, new.provider_id, new.program_id, new.terms_version_id, new.prospect_id, new.handed_over_at, new.review_due_at)
    is distinct from (old.merchant_id, old.provider_id, old.program_id, old.terms_version_id, old.prospect_id, old.handed_over_at, old.review_due_at) then
    raise exception 'a lead is frozen at hand-over' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger frozen before update on lead for each row execute function refuse_thawing();
