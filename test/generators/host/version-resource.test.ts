import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { vendors } from '../../../generators/host/programs/installed/vendors.ts'
import type { Fields } from '../../../sigma/index.ts'
import { madeEvent } from '../made-event.ts'

const names = ['FileVersion', 'Description', 'Product', 'Company', 'OriginalFileName'] as const

function resourceIn(fields: Fields): readonly unknown[] {
  return names.map((name) => fields[name])
}

describe('a version resource', () => {
  const strangers: readonly Fields[] = [
    { Image: 'C:\\Tools\\diskshadow.exe', OriginalFileName: 'diskshadow.exe' },
    { Image: 'C:\\Tools\\renamed.exe', OriginalFileName: 'PsSuspend.exe' },
    { Image: 'C:\\Tools\\finder.exe', Description: 'AdFind' },
    { Image: 'C:\\Tools\\finder.exe', Company: 'www.joeware.net' },
    { Image: 'C:\\Tools\\finder.exe', Product: 'AdFind' },
    { Image: 'C:\\Tools\\finder.exe', FileVersion: '7.0.0' },
    { Image: 'C:\\Tools\\procdump', OriginalFileName: 'procdump' },
  ]
  for (const given of strangers) {
    it(`of a stranger that says anything says all: ${JSON.stringify(given)}`, () => {
      const fields = madeEvent(1, given)
      assert.ok(!resourceIn(fields).some((value) => value === '-' || value === ''), JSON.stringify(resourceIn(fields)))
      for (const [name, value] of Object.entries(given)) assert.equal(fields[name], value)
    })
  }

  it('of a stranger says nothing where nothing is given of it', () => {
    const fields = madeEvent(1, { Image: 'C:\\Tools\\finder.exe' })
    assert.deepEqual(resourceIn(fields), ['-', '-', '-', '-', '-'])
    const stripped = madeEvent(1, { Image: 'C:\\Tools\\finder.exe', OriginalFileName: '-' })
    assert.deepEqual(resourceIn(stripped), ['-', '-', '-', '-', '-'])
  })

  it('goes with a program that was renamed', () => {
    const { FileVersion, Description } = madeEvent(1, { Image: 'C:\\Tools\\a.exe', OriginalFileName: 'RUNDLL32.EXE' })
    assert.equal(FileVersion, vendors.windows.version)
    assert.equal(Description, madeEvent(1, { Image: 'C:\\Windows\\System32\\rundll32.exe' }).Description)
  })

  it('names who makes the tool: Windows, or Sysinternals', () => {
    const company = (name: string) => madeEvent(1, { Image: `C:\\Tools\\${name}`, OriginalFileName: name }).Company
    assert.equal(company('certoc.exe'), 'Microsoft Corporation')
    assert.equal(company('psservice.exe'), 'Sysinternals - www.sysinternals.com')
    assert.equal(company('winscp.exe'), 'Contoso, Ltd.')
    const placed = madeEvent(1, { Image: 'C:\\Windows\\System32\\new.exe', OriginalFileName: 'NEW.EXE' })
    assert.equal(placed.Company, 'Microsoft Corporation')
  })

  it('of a known program is left as it is, where it says less', () => {
    assert.equal(madeEvent(1, { OriginalFileName: 'iCACLS.EXE' }).Description, '-')
  })

  it('of a library says all too', () => {
    const fields = madeEvent(7, { ImageLoaded: 'C:\\Tools\\a.dll', OriginalFileName: 'a.dll' })
    assert.ok(!resourceIn(fields).includes('-'), JSON.stringify(resourceIn(fields)))
  })
})
