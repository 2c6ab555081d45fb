/** The CRM record on screen. Its identity is all of `crm`, `portal`, `object` and `id`: IDs repeat across accounts and across kinds. */
export interface CrmRecord {
  crm: string;
  /** The account: HubSpot's portal, HighLevel's location, Zoho's organisation; elsewhere the host or the part of it that is the customer's. */
  portal: string;
  /** The CRM's own word for the kind, which tells custom objects apart. */
  object: string;
  id: string;
}

/** One CRM, known by the addresses of its pages alone. Its file also exports `examples`: addresses of records, for the tests. */
export interface Crm {
  id: string;
  /** The vendor's own name, as it writes it. */
  name: string;
  /** Match patterns of the vendor's own hosts, to be asked for by "Enable on this site". Its other hosts are known by their paths. */
  origins: string[];
  /** The record an address shows; `undefined` for lists, settings and everything else. */
  recordOf(url: URL): CrmRecord | undefined;
}

/** One string that is equal exactly when two records are. */
export const recordKey = ({ crm, portal, object, id }: CrmRecord) => JSON.stringify([crm, portal, object, id]);
