/** Proofpoint writes `-2F` for `%2F` and `_` for `/`, or puts the address between two `__`. */
const proofpoint2 = /\/v2\/url\?u=([^&\s]+)/;
const proofpoint3 = /\/v3\/__(https?:.+?)__(?:;|$)/;
/** `http` in base64. */
const base64 = /aHR0c[\w+/-]{12,}/;
const inner = /^.+?(https?:\/\/?[^\s]+)$/s;
/** Gateways behind gateways. */
const depth = 3;

/** The address that a mail gateway or a redirect leads to, in whatever part of its own address; an address that holds no other as it is. */
export function innerAddress(address: string): string {
  let text = address;
  for (let level = 0; level < depth; level++) {
    const next = unwrapped(text);
    if (next === text) break;
    text = next;
  }
  return text;
}

function unwrapped(address: string): string {
  const third = proofpoint3.exec(address)?.[1];
  if (third) return third;
  const second = proofpoint2.exec(address)?.[1];
  const coded = base64.exec(address)?.[0];
  try {
    if (second) return decodeURIComponent(second.replace(/_/g, '/').replace(/-(?=[\dA-F]{2})/g, '%'));
    if (coded) return decodeURIComponent(atob(coded.replace(/-/g, '+').replace(/_/g, '/')));
  } catch {
    return address;
  }
  const plain = /%(?:3a|2f|25)/i.test(address) ? address.replace(/%[\da-f]{2}/gi, plainSign) : address;
  return inner.exec(plain)?.[1] ?? plain;
}

/** Only ASCII: letters of other scripts stand in no ID. */
function plainSign(coded: string): string {
  const code = parseInt(coded.slice(1), 16);
  return code < 128 ? String.fromCharCode(code) : coded;
}
