/** What a mark's card says, and who is taught an ID: the beginnings of the texts' names. */
const parts = ['locale_', 'card_', 'status_', 'sentiment_', 'duration_', 'call_flag_'];
const single = new Set([
  'call_title',
  'call_zone',
  'call_noZoneHint',
  'call_notConnected',
  'popup_openPage',
  'teach_hint',
]);

/** Whether a text is one of the few that scripts in web pages show. */
export const isOfPage = (name: string): boolean => single.has(name) || parts.some((part) => name.startsWith(part));
