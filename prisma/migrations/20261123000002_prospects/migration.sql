-- Snoozed prospects whose time has come.
create index prospect_snoozed on prospect (due_at) where status = 'snoozed';

-- An agent's hand-overs of a day.
create index event_handed_over on event (user_id, at) where what = 'prospect.handed_over';
