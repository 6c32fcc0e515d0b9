import { account, guid, hashes, often, oneOf, path, processId, text, time } from '../describe-field.ts'
import type { SysmonField } from '../field.ts'
import { type SysmonEvent, sysmonEvent } from '../sysmon-event.ts'

/** How a loaded file is signed. `failed` stands in the product's code and in no recorded event. */
function signature(signed: SysmonField): readonly SysmonField[] {
  return [
    signed,
    text('Signature', '2.0'),
    often('SignatureStatus', '3.2', 'Valid', 'Unavailable', 'Expired', 'Revoked'),
  ]
}

/** Events about code that is loaded: 6 and 7. Fields in their order, schema 4.90. */
export const imageEvents: readonly SysmonEvent[] = [
  {
    ...sysmonEvent({
      id: 6,
      version: 4,
      name: 'driver load',
      aliases: ['driver loaded'],
      categories: ['driver_load'],
      fields: [
        text('RuleName', '4.1'),
        time('UtcTime', '2.0'),
        path('ImageLoaded', '2.0'),
        hashes('Hashes', '2.0'),
        ...signature(often('Signed', '2.0', 'true', 'false')),
      ],
    }),
    earlierVersions: [3],
  },
  sysmonEvent({
    id: 7,
    version: 3,
    name: 'image load',
    aliases: ['image loaded'],
    categories: ['image_load'],
    fields: [
      text('RuleName', '4.1'),
      time('UtcTime', '2.0'),
      guid('ProcessGuid', '2.0'),
      processId('ProcessId', '2.0'),
      path('Image', '2.0'),
      path('ImageLoaded', '2.0'),
      text('FileVersion', '4.0'),
      text('Description', '4.0'),
      text('Product', '4.0'),
      text('Company', '4.0'),
      text('OriginalFileName', '4.21'),
      hashes('Hashes', '2.0'),
      ...signature(oneOf('Signed', '2.0', 'true', 'false', 'failed')),
      account('User', '4.80'),
    ],
  }),
]
