-- Queues and overdue counts look at the few open complaints among all of a region's years.
CREATE INDEX complaint_status ON complaint (status, filed_at DESC);
