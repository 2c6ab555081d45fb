/**
 * In the place of WXT's own, for this script: it announces itself by an event on the document, and any page can send that event to
 * stop the script (verified). Ours is stopped by the worker, or when it finds its extension gone.
 */
// oxlint-disable-next-line typescript/no-extraneous-class
export class ContentScriptContext {}
