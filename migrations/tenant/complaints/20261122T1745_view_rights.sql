-- The views read with the rights of whoever asks, never with the owner's.
ALTER VIEW invariant_complaints_delivery SET (security_invoker = true);

ALTER VIEW invariant_complaints_trail SET (security_invoker = true);

ALTER VIEW invariant_complaints_answer SET (security_invoker = true);

ALTER VIEW invariant_complaints_grade SET (security_invoker = true);

ALTER VIEW invariant_complaints_closed SET (security_invoker = true);
