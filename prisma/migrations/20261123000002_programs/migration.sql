-- Terms that came into force stay as they are: the only move left to them is to be superseded.
create function refuse_change_of_terms() returns trigger language plpgsql as $$
begin
  if old.status = 'draft' and tg_op = 'DELETE' then
    return old;
  end if;
  if old.status = 'draft' and new.program_id = old.program_id and new.version = old.version then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.status = 'active' and new.status = 'superseded'
    and to_jsonb(new) - 'status' = to_jsonb(old) - 'status' then
    return new;
  end if;
  raise exception 'terms in force are frozen' using errcode = 'restrict_violation';
end $$;
create trigger frozen before update or delete on terms_version
  for each row execute function refuse_change_of_terms();
alter table terms_version
  add constraint in_force_has_a_text check (
    status = 'draft' or (text is not null and text_hash is not null and activated_at is not null)),
  add constraint holds_are_limited check (
    least(hold_days_a, hold_days_b, hold_days_c, hold_days_d) >= 0
    and greatest(hold_days_a, hold_days_b, hold_days_c, hold_days_d) <= 60),
  add constraint the_model_has_its_numbers check (
    case fee_model
      when 'percent' then rate_bp is not null
      when 'fixed' then fixed_minor is not null
      when 'tiers_by_value' then jsonb_array_length(tiers) > 0
      when 'tiers_by_count' then jsonb_array_length(tiers) > 0 and tier_period in ('month', 'quarter', 'year')
    end);

-- A signature stays, and stands under the text that its terms version has.
create trigger append_only before update or delete or truncate on signature
  for each statement execute function refuse_change();
create function refuse_other_text() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from terms_version v join enrolment e on e.program_id = v.program_id
    where v.id = new.terms_version_id and e.id = new.enrolment_id and v.text_hash = new.text_hash
      and new.organisation_id = case new.party when 'merchant' then e.merchant_id else e.provider_id end) then
    raise exception 'a signature is bound to its text and its party' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger bound before insert on signature for each row execute function refuse_other_text();

-- States that carry a fact carry it.
alter table program
  add constraint seen_has_a_day check (status = 'draft' or published_at is not null or status = 'closed');
alter table enrolment
  add constraint a_rejection_has_a_reason check (status <> 'rejected' or reason is not null),
  add constraint an_end_has_a_tail check ((status = 'ended') = (ended_at is not null) and (status <> 'ended' or tail_until is not null));
alter table qualification_criterion
  add constraint kind_is_known check (kind in ('yes_no', 'number', 'choice', 'date', 'text'));
