-- What the database refuses, whatever the code does.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- The ledger: money moved stays moved.
create trigger append_only before update or delete or truncate on ledger_transfer
  for each statement execute function refuse_change();
alter table ledger_transfer
  add constraint amount_is_positive check (amount_minor > 0),
  add constraint two_different_accounts check (debit_account_id <> credit_account_id);
create function refuse_mixed_currencies() returns trigger language plpgsql as $$
begin
  if exists (select 1 from ledger_account where id in (new.debit_account_id, new.credit_account_id) and currency <> new.currency) then
    raise exception 'a transfer stays within its currency' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger one_currency before insert on ledger_transfer for each row execute function refuse_mixed_currencies();
alter table ledger_account
  add constraint sums_are_not_negative check (debits_minor >= 0 and credits_minor >= 0),
  add constraint guarded_is_not_below_nothing check (
    not guarded
    or (debit_normal and credits_minor <= debits_minor)
    or (not debit_normal and debits_minor <= credits_minor));
create trigger stays before delete or truncate on ledger_account for each statement execute function refuse_change();

-- What happened stays written.
create trigger append_only before update or delete or truncate on event
  for each statement execute function refuse_change();

-- One of a kind at a time.
create unique index one_standing_claim on claim (program_id, kind, value) where status in ('active', 'converted');
create unique index one_active_payment_method on payment_method (merchant_id) where ended_at is null;
create unique index one_open_payout_account on payout_account (provider_id) where closed_at is null;
create unique index one_living_payout_line on payout_line (earning_id) where removed_at is null;
create unique index one_active_terms_version on terms_version (program_id) where status = 'active';
create unique index one_draft_terms_version on terms_version (program_id) where status = 'draft';
create unique index one_standing_lead on lead (prospect_id) where status not in ('final', 'withdrawn');
create unique index one_living_deal on deal (lead_id) where status in ('reported', 'contested', 'confirmed', 'amended');
create unique index one_transfer_under_way on transfer_attempt (earning_id) where status in ('started', 'succeeded');

-- Amounts.
alter table settlement
  add constraint shares_are_the_whole check (platform_minor + provider_minor = gross_minor),
  add constraint shares_are_not_negative check (platform_minor >= 0 and provider_minor >= 0 and gross_minor > 0);
alter table collection add constraint amount_is_positive check (amount_minor > 0);
alter table earning add constraint amount_is_positive check (amount_minor > 0);
alter table payout_line add constraint amount_is_positive check (amount_minor > 0);
alter table transfer_attempt add constraint amount_is_positive check (amount_minor > 0);
alter table deal add constraint value_is_positive check (value_minor > 0);
alter table terms_version
  add constraint take_rate_is_a_part check (take_rate_bp between 0 and 10000),
  add constraint rate_is_a_part check (rate_bp is null or rate_bp between 1 and 10000),
  add constraint amounts_are_positive check (minimum_minor > 0 and (cap_minor is null or cap_minor >= minimum_minor) and (fixed_minor is null or fixed_minor > 0));

-- States that carry a fact carry it.
alter table prospect
  add constraint snooze_has_an_end check (status <> 'snoozed' or due_at is not null),
  add constraint a_refusal_has_a_reason check (status not in ('disqualified', 'invalid', 'do_not_contact') or reason is not null),
  add constraint a_lease_has_an_end check ((taken_by_id is null) = (taken_until is null));
alter table earning add constraint held_has_an_end check (status <> 'held' or held_until is not null);
alter table collection add constraint a_retry_has_a_time check (status <> 'retry_scheduled' or next_attempt_at is not null);
alter table lead add constraint accepted_has_a_window check (status <> 'accepted' or return_until is not null);

-- The agent's queue: what is due, in order, per provider and program.
create index prospect_queue on prospect (provider_id, program_id, due_at, id) where due_at is not null;
