/** Match patterns of the vendors' own API hosts: the only hosts the extension may reach when it is installed. */
export const providerHosts = [
  'https://backend.omnidim.io/*',
  'https://api.dialnexa.com/*',
  'https://services.leadconnectorhq.com/*',
];
