/** The vendor's own filters, by the vendor's own names. */
export interface CallFilter {
  name: string;
  kind: 'text' | 'number' | 'date' | 'choice';
  choices?: string[];
}

/** A provider that the user described. */
export interface DescribedFile {
  id: string;
  name: string;
  /** The file, as JSON. */
  text: string;
}

/** What came of a file that describes a provider: sentences for the user say what is wrong with it. */
export type AddedProvider = { name: string } | { problems: string[] };

/** Whose key it is, as far as the cheapest harmless request tells. */
export interface Account {
  /** How many calls the account holds. */
  calls?: number;
  /** The account's own name at the vendor. */
  name?: string;
}

/** What pages know of a provider; its texts are in the user's language. */
export interface ProviderInfo {
  id: string;
  name: string;
  /** The first is where an account is unless the user says otherwise. */
  regions: { id: string; name?: string; baseUrl: string }[];
  /** What an account needs beside its key; `pattern` is the source of an expression that matches a whole value. */
  account: { name: string; label: string; phrase: string; hint: string; pattern: string }[];
  keyHelp: string;
  /** Empty where there is none. */
  keyPage: string;
  scopes: { name: string; optional: boolean }[];
  filters: CallFilter[];
  /** Its IDs look like nothing in particular: it is asked about one only where the user chooses it. */
  hasOpaqueIds: boolean;
  /** What the key must be allowed to save notes with contacts; absent where the vendor takes none. */
  noteScopes?: string[];
  /** The IDs of its documented calls, which a sample account holds; newest first. */
  samples: string[];
}
