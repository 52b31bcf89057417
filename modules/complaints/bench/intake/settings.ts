// What the bare server is told: where the database is and the rows one complaint makes.
type Value = string | number | boolean | null | object;

/** Rows the product wrote for one complaint, as they stand in the database, without the ids the server makes itself. */
export interface Sample {
  complaint: Record<string, Value>;
  deliveries: Record<string, Value>[];
  events: Record<string, Value>[];
}

export interface BareSettings {
  /** The region's own login. */
  url: string;
  /** Connections, as many as a portal process may open for one region. */
  pool: number;
  port: number;
  sample: Sample;
}
