/** What the user noted about a call, kept on this machine only. */
export interface Review {
  reviewed?: boolean;
  flagged?: boolean;
  note?: string;
}
