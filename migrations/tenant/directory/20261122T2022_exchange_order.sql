-- Operations of the exchange an operator wants asked now; the worker takes them up within minutes.
create table exchange_order (
  operation text primary key,
  ordered_at timestamptz not null,
  ordered_by uuid
);
