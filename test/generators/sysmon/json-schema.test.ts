import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { windowsEvents } from '../../../catalogue/index.ts'
import { jsonSchemaOf } from '../../../generators/sysmon/json-schema.ts'
import { madeEvent } from '../made-event.ts'

describe('the JSON Schema of an event', () => {
  for (const { id: eventId, fields } of windowsEvents) {
    it(`is strict draft 2020-12 and takes a made event ${eventId}`, () => {
      const validate = new Ajv2020({ strict: true, allErrors: true }).compile(jsonSchemaOf(eventId))
      assert.ok(validate(madeEvent(eventId)), JSON.stringify(validate.errors))
      assert.equal(validate({ ...madeEvent(eventId), EventRecordID: '4' }), false)
      assert.equal(validate({ ...madeEvent(eventId), [fields[0]?.name ?? '']: ['several'] }), false)
      assert.equal(validate({ ...madeEvent(eventId), Colour: 'red' }), false)
    })

    it(`names the fields of event ${eventId} in their order`, () => {
      const names = fields.map((field) => field.name)
      assert.deepEqual(
        Object.keys(madeEvent(eventId)).filter((name) => names.includes(name) && name !== 'Version'),
        names.filter((name) => name !== 'Version'),
      )
    })
  }

  it('is not made up for an event that the catalogue does not have', () => {
    for (const eventId of [30, 4625]) {
      assert.throws(() => jsonSchemaOf(eventId), {
        name: 'RecipeError',
        message: `there is no JSON Schema of event ${eventId}`,
      })
    }
  })
})
