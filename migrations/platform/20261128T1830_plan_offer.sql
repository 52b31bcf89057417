-- Which modules were put into which plans by their manifests, once: what an operator takes out of a plan afterwards stays out.
CREATE TABLE plan_offer (
  plan text NOT NULL,
  module text NOT NULL,
  offered_at timestamptz NOT NULL,
  PRIMARY KEY (plan, module)
);

-- What earlier migrations offered, taken out since or not, and what this installation has added: all of that stays as it is.
INSERT INTO plan_offer (plan, module, offered_at)
SELECT plan, module, now() FROM plan_module
UNION
SELECT plan, module, now()
FROM (VALUES
  ('start', 'directory'), ('start', 'complaints'),
  ('region', 'directory'), ('region', 'complaints'), ('region', 'outages'), ('region', 'rating'), ('region', 'chatbot'),
  ('region-plus', 'directory'), ('region-plus', 'complaints'), ('region-plus', 'outages'), ('region-plus', 'rating'),
  ('region-plus', 'chatbot'), ('region-plus', 'bonus')
) AS offered (plan, module);
