import type { Fields } from '../../../sigma/index.ts'
import { givenText } from '../processes/actor.ts'
import { fileName } from './find-program.ts'
import { programs } from './installed/programs.ts'
import { type Vendor, vendors } from './installed/vendors.ts'

/** What events say of the version resource of a file; `-` for what it does not have. */
export interface VersionResource {
  readonly FileVersion: string
  readonly Description: string
  readonly Product: string
  readonly Company: string
  readonly OriginalFileName: string
}

const names = ['FileVersion', 'Description', 'Product', 'Company', 'OriginalFileName'] as const

/** The resource of a file that this vendor made; of none where it has none. */
export function resourceOf(description: string, originalFileName: string, vendor: Vendor | null): VersionResource {
  const shared = vendor === null ? null : vendors[vendor]
  return {
    FileVersion: shared?.version ?? '-',
    Description: description || '-',
    Product: shared?.product ?? '-',
    Company: shared?.company ?? '-',
    OriginalFileName: originalFileName || '-',
  }
}

/**
 * The resource of a file around what is given of it. One that says anything says all: of 1,253 recorded process creations
 * with an OriginalFileName 1,248 have the other fields too. A file that is given another program's name is that program.
 */
export function completeResource(own: VersionResource, given: Fields, image: string): VersionResource {
  const marks = names.map((name) => givenText(given, name)).filter((text) => text !== null)
  const [mark] = marks
  // A file without a resource has none of it: `-`, and before Sysmon 11 `?`.
  if ((mark === '?' || mark === '-') && marks.every((each) => each === mark)) return nothingBut(mark)
  const named = programs.find((program) => isSame(program.originalFileName, givenText(given, 'OriginalFileName')))
  const known = named === undefined ? own : resourceOf(named.description, named.originalFileName, named.vendor)
  // What the resource of a known file does not say it does not have.
  if (isSaid(known.FileVersion) || !names.some((name) => isSaid(givenText(given, name)))) return known
  const original = givenText(given, 'OriginalFileName')
  const guessed = guessedResource(original !== null && isSaid(original) ? original : fileName(image), image)
  return {
    ...guessed,
    OriginalFileName: isSaid(known.OriginalFileName) ? known.OriginalFileName : guessed.OriginalFileName,
  }
}

function nothingBut(mark: '?' | '-'): VersionResource {
  return { FileVersion: mark, Description: mark, Product: mark, Company: mark, OriginalFileName: mark }
}

/** Tools of Windows that the host's list does not have; by general knowledge of Windows. */
const windowsTools =
  /^(?:acccheckconsole|addinutil|appcmd|atbroker|bash|bcp|certmgr|certoc|cipher|clip|cmdkey|cmdl32|csi|csvde|deviceenroller|devcon|diskshadow|dism|driverquery|drvqry|dsacls|dsquery|esentutl|extexport|extrac32|finger|fltmc|forfiles|gpscript|icacls|ie4uinit|iexpress|ilasm|imewdbld|jsc|ksetup|ldifde|lodctr|logman|mofcomp|mpcmdrun|msdt|ntdsutil|pktmon|powercfg|presentationhost|print|rasdlui|rdrleakdiag|reagentc|regini|sdbinst|setspn|syncappvpublishingserver|systemsettingsadminflows|tpmvscmgr|tscon|unregmp2|vaultcmd|vbc|verclsid|werfault|werfaultsecure|where|winget|winrs|wlrmndr|xwizard)\.exe$/i

/** Tools whose resources name Sysinternals. */
const sysinternalsTools = /^(?:ps\w+|procdump(?:64)?|sdelete(?:64)?|livekd|adexplorer|autoruns|handle)(?:\.exe)?$/i

/** What the resource of a file of this name is likely to say. */
function guessedResource(name: string, image: string): VersionResource {
  const word = name.replace(/\.\w{1,4}$/, '')
  const title = word === '' ? 'Setup' : word.slice(0, 1).toUpperCase() + word.slice(1)
  if (windowsTools.test(name) || /^C:\\Windows\\/i.test(image)) return resourceOf(title, name, 'windows')
  const isSysinternals = sysinternalsTools.test(name)
  return {
    FileVersion: isSysinternals ? '2.43' : '1.4.2.0',
    Description: title,
    Product: isSysinternals ? `Sysinternals ${title}` : title,
    Company: isSysinternals ? 'Sysinternals - www.sysinternals.com' : 'Contoso, Ltd.',
    OriginalFileName: name,
  }
}

function isSaid(text: string | null): boolean {
  return text !== null && text !== '-' && text !== '' && text !== '?'
}

function isSame(left: string, right: string | null): boolean {
  return left !== '' && left.toLowerCase() === right?.toLowerCase()
}
