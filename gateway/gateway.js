// Read by njs 0.7, which knows no destructuring and no `catch` without a name.

/** How long everybody is answered with a call that is over: seconds. Links in it, to recordings, are often signed for an hour. */
const kept = 600;

/** The token of a request, which stands once and in one of the vendors' places; else an empty text. For js_set. */
function token(r) {
  const places = r.rawHeadersIn.filter((header) => /^(authorization|xi-api-key)$/i.test(header[0]));
  if (places.length !== 1) return '';
  const found = /^(?:Bearer )?([0-9a-f]{32,128})$/.exec(places[0][1]);
  return found ? found[1] : '';
}

/** What a reply holds at a place like `response.calls.status`; of a list its first member. */
function valueAt(reply, place) {
  return place.split('.').reduce((value, name) => {
    const member = Array.isArray(value) ? value[0] : value;
    return member === null || typeof member !== 'object' ? undefined : member[name];
  }, reply);
}

/** Whether a reply says that its call is over. `places` are tried in turn, divided by blanks; `over` matches the whole of the first value. */
function isOver(reply, places, over) {
  const values = places.split(' ').map((place) => valueAt(reply, place));
  const value = values.find((each) => each !== undefined && each !== null && each !== '');
  return value !== undefined && new RegExp(`^(?:${over})$`).test(String(value));
}

/** Asks the vendor, and says in X-Accel-Expires how long the reply may be kept. For js_content. */
async function ask(r) {
  const request = { method: r.method };
  if (r.method === 'POST') request.body = r.requestText || '';
  const reply = await r.subrequest('/vendor', request);
  const places = r.headersIn['X-Status'];
  let keep = 0;
  if (reply.status === 200 && places) {
    try {
      if (isOver(JSON.parse(reply.responseText), places, r.headersIn['X-Over'])) keep = kept;
    } catch (error) {
      // What is no JSON is passed on as it is: whoever reads it says so.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  r.headersOut['X-Accel-Expires'] = String(keep);
  r.headersOut['Content-Type'] = reply.headersOut['Content-Type'] || 'application/json';
  if (reply.headersOut['Retry-After']) r.headersOut['Retry-After'] = reply.headersOut['Retry-After'];
  r.return(reply.status, reply.responseBuffer);
}

export default { token, isOver, ask };
