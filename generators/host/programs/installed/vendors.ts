/** Who wrote a program, with the version resource that its files share. */
export type Vendor = keyof typeof vendors

/** Product, company and file version by vendor. */
export const vendors = {
  windows: {
    product: 'Microsoft® Windows® Operating System',
    company: 'Microsoft Corporation',
    version: '10.0.22621.2506 (WinBuild.160101.0800)',
  },
  net: {
    product: 'Microsoft® .NET Framework',
    company: 'Microsoft Corporation',
    version: '4.8.9037.0 built by: NET481REL1',
  },
  office: { product: 'Microsoft Office', company: 'Microsoft Corporation', version: '16.0.17328.20162' },
  powershell: { product: 'PowerShell', company: 'Microsoft Corporation', version: '7.4.6.500' },
  edge: { product: 'Microsoft Edge', company: 'Microsoft Corporation', version: '131.0.2903.86' },
  chrome: { product: 'Google Chrome', company: 'Google LLC', version: '131.0.6778.109' },
  firefox: { product: 'Firefox', company: 'Mozilla Corporation', version: '133.0.3' },
  curl: { product: 'The curl executable', company: 'curl, https://curl.se/', version: '8.9.1' },
  '7zip': { product: '7-Zip', company: 'Igor Pavlov', version: '24.08' },
  avast: { product: 'Avast Antivirus', company: 'Gen Digital Inc.', version: '24.11.9615.0' },
} as const
