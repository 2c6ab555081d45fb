/** The vendor's own filters, by the vendor's own names, and where each page begins. */
export interface CallFilter {
  name: string;
  kind: 'text' | 'number' | 'date' | 'choice';
  choices?: string[];
}

/** Whose key it is, as far as the cheapest harmless request tells. */
export interface Account {
  /** A sentence fragment for the options page, e.g. how many calls the account holds. */
  calls?: number;
  name?: string;
}

export interface ProviderInfo {
  id: string;
  name: string;
  baseUrl: string;
  keyPage: string;
  scopes: { name: string; optional: boolean }[];
  needsLocation: boolean;
  filters: CallFilter[];
}
