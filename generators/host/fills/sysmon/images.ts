import type { FieldOf } from '../../../../catalogue/index.ts'
import type { Fields, Json } from '../../../../sigma/index.ts'
import type { Chance } from '../../../chance.ts'
import { givenText } from '../../processes/actor.ts'
import { hashesOf } from '../../programs/hashes.ts'
import { drivers, type Module, moduleAt, moduleResource, modules } from '../../programs/modules.ts'
import { completeResource } from '../../programs/version-resource.ts'
import type { Filled, Occasion, ValuesOf } from '../fill.ts'
import { eventTime, spelledTime } from '../system-block.ts'
import { begun } from './files.ts'

/** A library that a process loaded (7). */
export function filledImageLoad(occasion: Occasion): Filled<FieldOf<7>> {
  const { given, chance } = occasion
  const module = loaded(given, modules, chance)
  const { fields, milliseconds } = begun(occasion)
  return {
    fields: {
      ...fields,
      ...fileOf(module),
      ...completeResource(moduleResource(module), given, module.image),
      ...signatureOf(module, given),
    },
    milliseconds,
  }
}

/** A driver that was loaded (6): by the kernel, so that no process and no user is named. */
export function filledDriverLoad({ given, chance }: Occasion): Filled<FieldOf<6>> {
  const milliseconds = eventTime(given.UtcTime, null)
  const module = loaded(given, drivers, chance)
  const fields = {
    RuleName: '-',
    UtcTime: spelledTime(milliseconds),
    ...fileOf(module),
    ...signatureOf(module, given),
  }
  return { fields, milliseconds }
}

/** The module that is given, or one of the host's; a stranger has no version resource and no signature. */
function loaded(given: Fields, among: readonly Module[], chance: Chance): Module {
  const any = chance.helpers.arrayElement(among)
  const image = givenText(given, 'ImageLoaded')
  const resource = givenText(given, 'OriginalFileName')
  if (image !== null) {
    const known = moduleAt(image)
    return known === null
      ? { image, description: '', originalFileName: '', vendor: null, signature: '' }
      : { ...known, image }
  }
  return among.find((each) => each.originalFileName.toLowerCase() === resource?.toLowerCase()) ?? any
}

function fileOf(module: Module): ValuesOf<'ImageLoaded' | 'Hashes'> {
  return { ImageLoaded: module.image, Hashes: hashesOf(module.image, moduleResource(module).FileVersion) }
}

/** Signed, signer and status say the same, whichever of them is given. */
function signatureOf(module: Module, given: Fields): ValuesOf<'Signed' | 'Signature' | 'SignatureStatus'> {
  const signed = isSigned(given) ?? module.signature !== ''
  if (!signed) return { Signed: 'false', Signature: '-', SignatureStatus: 'Unavailable' }
  return { Signed: 'true', Signature: module.signature || 'Contoso, Ltd.', SignatureStatus: 'Valid' }
}

/** What the values given say of the signature; null when they say nothing. */
function isSigned({ Signed, SignatureStatus, Signature }: Fields): boolean | null {
  const isStated = (value: Json | undefined) => typeof value === 'string'
  if (isStated(Signed)) return Signed === 'true'
  if (isStated(SignatureStatus)) return SignatureStatus !== 'Unavailable'
  return isStated(Signature) ? Signature !== '-' && Signature !== '' : null
}
