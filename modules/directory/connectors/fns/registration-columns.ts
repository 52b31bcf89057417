// Columns of a registration in force, and how ЕГРЮЛ and ЕГРИП share them.
export const registrationColumns = {
  register: 'text',
  name: 'text',
  short_name: 'text',
  status: 'text',
  status_text: 'text',
  status_on: 'date',
  registered_on: 'date',
  okved: 'text',
  okved_name: 'text',
  okved_reported: 'text',
  capital: 'numeric',
  email: 'text',
  address: 'text',
  region_code: 'text',
  address_unreliable: 'bool',
  address_note: 'text',
  content: 'text',
} as const;

export const registrationStage = {
  stage_registration: ['id', 'company_id', 'fact_date', 'inn', 'kpp', ...Object.keys(registrationColumns), 'import_entry'],
};
