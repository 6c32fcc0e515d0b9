import type { Fields, Json } from '../../../sigma/index.ts'
import { chanceOf } from '../../chance.ts'
import { type End, ends } from '../../facts/addresses.ts'
import { textOfField } from '../../facts/fact.ts'
import { secondsOf } from '../../facts/guids.ts'
import { spelledTime } from '../../host/fills/system-block.ts'
import { documentationAddress, hostOf } from '../../host/machine/profile.ts'
import { type Family, familyOf } from '../../values/address.ts'
import { formatGuid, logonIdOf, logonTail, parsedGuid } from '../../values/sysmon-guid.ts'
import { derivedLanguage, derivedLogon } from './derive-accounts.ts'
import { derivedAudit } from './derive-audit.ts'
import { derivedParent } from './derive-parent.ts'
import { derivedResource } from './derive-resource.ts'
import type { Tie } from './tie.ts'

/**
 * The values that the named facts tie to what a scenario has set itself, for an event of this kind: they follow it,
 * except where the scenario has set them too, or where the fact is only *usual* and a rule reads them. Fields that hold
 * already are listed as well, when what is set fixes them.
 */
export function derivedFields(fields: Fields, eventId: number | null, tie: Tie, seed: string): Fields {
  switch (eventId) {
    case 1: {
      const host = hostOf(seed)
      const resource = derivedResource(fields, 'Image', tie)
      const spoken = derivedLanguage(fields, tie)
      const logon = derivedLogon(fields, tie, host)
      const isKnown = (field: string) => tie.isSet(field) || Object.hasOwn(logon, field)
      const guids = derivedGuids({ ...fields, ...logon }, isKnown)
      return { ...resource, ...spoken, ...derivedParent(fields, tie, host), ...logon, ...guids }
    }
    case 3:
      return derivedAddresses(fields, tie.isSet, seed)
    case 6:
      return derivedSignature(fields, tie.isSet)
    case 7:
      return { ...derivedResource(fields, 'ImageLoaded', tie), ...derivedSignature(fields, tie.isSet) }
    case 8:
    case 10:
      return derivedLanguage(fields, tie)
    case 4624:
    case 4688:
      return derivedAudit(fields, tie, hostOf(seed))
    default:
      return {}
  }
}

/** Whether a file is signed, by whom, and how that was found, say the same: what is set first in this order decides. */
function derivedSignature(fields: Fields, isSet: (field: string) => boolean): Fields {
  const { Signed, SignatureStatus, Signature } = fields
  const hasSigner = typeof Signature === 'string' && Signature !== '-' && Signature !== ''
  const signed = isSet('Signed')
    ? Signed === 'true'
    : isSet('SignatureStatus')
      ? SignatureStatus !== 'Unavailable'
      : isSet('Signature')
        ? hasSigner
        : null
  if (signed === null || Signed === 'failed') return {}
  const status = signed ? (SignatureStatus === 'Unavailable' ? 'Valid' : SignatureStatus) : 'Unavailable'
  const signer = signed ? (hasSigner ? Signature : 'Contoso, Ltd.') : Signature === '' ? '' : '-'
  const following: Fields = { Signed: String(signed), SignatureStatus: status ?? 'Valid', Signature: signer ?? '-' }
  return Object.fromEntries(Object.entries(following).filter(([name]) => !isSet(name)))
}

function derivedAddresses(fields: Fields, isSet: (field: string) => boolean, seed: string): Fields {
  return Object.fromEntries(
    ends.flatMap((end) => {
      const family = familyThatFollows(fields, end, isSet)
      if (family === null) return []
      const flag: readonly [string, Json][] = isSet(end.flag) ? [] : [[end.flag, family === 'ipv6']]
      const address = textOfField(fields, end.address) ?? ''
      const stays = isSet(end.address) || familyOf(address) === family
      return stays ? flag : [...flag, [end.address, addressFor(fields, end, family, seed)] as [string, Json]]
    }),
  )
}

/** The family that an end has to take: by its own address, its own flag, the other address, the other flag, if set. */
function familyThatFollows(fields: Fields, end: End, isSet: (field: string) => boolean): Family | null {
  const others = ends.filter((each) => each !== end)
  for (const each of [end, ...others]) {
    const address = isSet(each.address) ? textOfField(fields, each.address) : null
    const family = address === null ? null : familyOf(address)
    if (family !== null) return family
    const flag = isSet(each.flag) ? fields[each.flag] : undefined
    if (typeof flag === 'boolean') return flag ? 'ipv6' : 'ipv4'
  }
  return null
}

/** The host's own address where this end is the host, else one of the documentation ranges. */
function addressFor(fields: Fields, end: End, family: Family, seed: string): string {
  const isLocal = (end.address === 'SourceIp') === (fields.Initiated !== false)
  const host = hostOf(seed)
  if (isLocal) return family === 'ipv4' ? host.ipv4 : host.ipv6
  return documentationAddress(family, chanceOf(seed, 'remote end', textOfField(fields, end.address) ?? ''))
}

function derivedGuids(fields: Fields, isSet: (field: string) => boolean): Fields {
  const guid = parsedGuid(textOfField(fields, 'ProcessGuid') ?? '')
  const utcTime = textOfField(fields, 'UtcTime') ?? ''
  const seconds = secondsOf(utcTime)
  const logon = parsedGuid(textOfField(fields, 'LogonGuid') ?? '')
  const tail = logonTail(textOfField(fields, 'LogonId') ?? '')
  return {
    ...(isSet('UtcTime') && !isSet('ProcessGuid') && guid !== null && seconds !== null
      ? { ProcessGuid: formatGuid({ ...guid, seconds }) }
      : {}),
    ...(isSet('ProcessGuid') && !isSet('UtcTime') && guid !== null
      ? { UtcTime: spelledTime(guid.seconds * 1000 + Number(utcTime.slice(-3) || 0)) }
      : {}),
    ...(isSet('LogonId') && !isSet('LogonGuid') && logon !== null && tail !== null
      ? { LogonGuid: formatGuid({ ...logon, tail }) }
      : {}),
    ...(isSet('LogonGuid') && !isSet('LogonId') && logon !== null ? { LogonId: logonIdOf(logon.tail) } : {}),
  }
}
