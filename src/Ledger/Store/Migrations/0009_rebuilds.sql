-- How often a rebuild has put the tenant's rows right: answers kept in memory count only until the next time.
alter table ledger.head add column rebuilds int not null default 0;
