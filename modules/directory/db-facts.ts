// Columns every table of facts shares: what makes a row the same row in the next file, and where it comes from.

export interface FactColumns {
  id: string;
  source_key: string;
  fact_date: string;
  import_id: string;
  import_line: number;
}

export interface HouseFactColumns extends FactColumns {
  house_id: string;
}

export interface CompanyFactColumns extends FactColumns {
  company_id: string;
}
