-- One try to charge at a time: the next begins when the last one's end is known.
create unique index one_open_collection_attempt on collection_attempt (collection_id) where ended_at is null;

-- Two people for money that leaves (money.md, decision 7).
alter table payout add constraint maker_does_not_release check (released_by_id is null or released_by_id <> maker_id);
create function refuse_own_approval() returns trigger language plpgsql as $$
begin
  if exists (select 1 from payout where id = new.payout_id and maker_id = new.user_id) then
    raise exception 'a payout is approved by somebody else than its maker' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger checker_is_not_maker before insert or update on payout_approval
  for each row execute function refuse_own_approval();

-- Money goes out of an executing payout only, to the account it was approved for.
alter table payout add constraint executing_was_released check (
  status not in ('executing', 'completed', 'partially_failed') or (released_by_id is not null and executed_at is not null));
