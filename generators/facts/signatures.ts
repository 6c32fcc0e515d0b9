import type { Violation } from '../violations/violation.ts'
import { type Fact, textOfField } from './fact.ts'

const held = 'held in 131,150 of 131,150 recorded image loads, before and from Sysmon 11'

/** What the fields about a signature repeat of each other. */
export const signatureFacts: readonly Fact[] = [
  {
    name: 'signature-status',
    events: [6, 7],
    certainty: 'always',
    source: held,
    violations: (fields) => {
      const [signed, status] = [textOfField(fields, 'Signed'), textOfField(fields, 'SignatureStatus')]
      if ((signed !== 'true' && signed !== 'false') || status === null) return []
      if ((signed === 'false') === (status === 'Unavailable')) return []
      return [violation('signature-status', 'SignatureStatus', `SignatureStatus is ${status} beside Signed ${signed}`)]
    },
  },
  {
    name: 'signer',
    events: [6, 7],
    certainty: 'always',
    source: held,
    violations: (fields) => {
      const [signed, signer] = [textOfField(fields, 'Signed'), textOfField(fields, 'Signature')]
      if ((signed !== 'true' && signed !== 'false') || signer === null) return []
      const isNamed = signer !== '' && signer !== '-'
      if ((signed === 'true') === isNamed) return []
      return [violation('signer', 'Signature', `Signature is "${signer}" beside Signed ${signed}`)]
    },
  },
]

function violation(fact: string, field: string, message: string): Violation {
  return { fact, field, message }
}
