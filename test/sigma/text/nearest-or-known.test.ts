import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { nearestNames, nearestOrKnown } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'

const letters = [...'abcdefghijkl']

describe('what a message says of a name that nothing has', () => {
  const cases: readonly (readonly [string, string, readonly string[], object, string])[] = [
    ['the near ones', 'Imgae', ['Image', 'User'], {}, 'nearest: Image'],
    ['the near ones in quotes', 'logn', ['log on', 'x'], { quoted: true }, 'nearest: "log on"'],
    ['all, where none is near', 'Hostname', ['Image', 'User'], {}, 'there are Image, User'],
    ['each once', 'Hostname', ['Image', 'User', 'Image'], {}, 'there are Image, User'],
    ['the only one', 'Hostname', ['Image'], { quoted: true }, 'there is only "Image"'],
    ['that there is none', 'Hostname', [], {}, 'there is none'],
    ['that there is none, whatever is listed', 'Hostname', [], { listed: ['Image'] }, 'there is none'],
    ['ten', 'Hostname', letters.slice(0, 10), {}, `there are ${letters.slice(0, 10).join(', ')}`],
    ['ten of more', 'Hostname', letters, {}, `there are ${letters.slice(0, 10).join(', ')} and 2 more`],
    ['one name of each thing', 'Hostname', ['Logon', '4f2c'], { listed: ['Logon'] }, 'there is only Logon'],
    ['a name that is not the listed one', '4f2d', ['Logon', '4f2c'], { listed: ['Logon'] }, 'nearest: 4f2c'],
    ['nothing that acts', 'Hostname', ['a\u001b[2J', 'b'], {}, 'there are a\\u{1B}[2J, b'],
  ]
  for (const [about, name, known, told, says] of cases) {
    test(about, () => assert.equal(nearestOrKnown(name, known, told), says))
  }

  test('is never "none" where there is a name, and tells the near ones alone where there are any', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.stringMatching(/^[A-Za-z]{1,12}$/), { minLength: 1 }), (name, known) => {
        const says = nearestOrKnown(name, known)
        const near = nearestNames(name, known)
        assert.doesNotMatch(says, /none/)
        if (near.length > 0) assert.equal(says, `nearest: ${near.join(', ')}`)
        else assert.match(says, /^there (is only|are) /)
      }),
    )
  })
})
