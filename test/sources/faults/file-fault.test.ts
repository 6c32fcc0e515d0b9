import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileFault, SourceError } from '../../../sources/index.ts'

function failure(code: string, syscall: string, path?: string): Error {
  return Object.assign(new Error(`${code}: of the system`), { code, syscall, ...(path !== undefined && { path }) })
}

const cases: readonly (readonly [fault: Error, sentence: string])[] = [
  [failure('EACCES', 'mkdir', '/p/out'), '"out" cannot be made: permission is denied (EACCES)'],
  [failure('ENOSPC', 'write'), 'a file cannot be written: no space is left on the disk (ENOSPC)'],
  [failure('EROFS', 'open', '/p/out/report.json'), '"out/report.json" cannot be used: the disk is read-only (EROFS)'],
  [failure('EISDIR', 'read', '/p/a.yml'), '"a.yml" cannot be read: it is a folder, not a file (EISDIR)'],
  [failure('ENOTDIR', 'mkdir', '/q/a'), '"/q/a" cannot be made: a part of its path is a file, not a folder (ENOTDIR)'],
  [failure('ENAMETOOLONG', 'lstat', '/p/\u001B'), '"\\u{1B}" cannot be used: the name is too long (ENAMETOOLONG)'],
  [failure('EMFILE', 'open', '/p/a'), '"a" cannot be used: too many files are open (EMFILE)'],
  [failure('EUNHEARDOF', 'open', '/p'), '"/p" cannot be used: the file system refuses it (EUNHEARDOF)'],
  [failure('ENOENT', 'uv_cwd'), 'the folder that it was started in is not there any more'],
  [
    new Error('Cucumber failed', { cause: failure('ENOSPC', 'write') }),
    'a file cannot be written: no space is left on the disk (ENOSPC)',
  ],
]

for (const [fault, sentence] of cases) {
  test(`${fault.message} is told as: ${sentence}`, () => {
    const told = fileFault(fault, '/p')
    assert.ok(told instanceof SourceError)
    assert.equal(told.message, sentence)
  })
}

test('an error of another kind is none of the file system', () => {
  for (const error of [new Error('x'), Object.assign(new Error('x'), { code: 'ERR_X' }), 'x', null]) {
    assert.equal(fileFault(error, '/p'), null)
  }
})
