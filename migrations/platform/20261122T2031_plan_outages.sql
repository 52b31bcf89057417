-- The plans that offer outages: entitled, yet off in every region until its switch is turned.
INSERT INTO plan_module (plan, module) VALUES ('region', 'outages'), ('region-plus', 'outages') ON CONFLICT DO NOTHING;
