import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { sysmonEvents } from '../../../generators/sysmon/catalogue.ts'
import { jsonSchemaOf } from '../../../generators/sysmon/json-schema.ts'
import { madeEvent } from '../made-event.ts'

describe('the JSON Schema of a Sysmon event', () => {
  for (const eventId of [1, 3]) {
    it(`is strict draft 2020-12 and takes a made event ${eventId}`, () => {
      const validate = new Ajv2020({ strict: true, allErrors: true }).compile(jsonSchemaOf(eventId))
      assert.ok(validate(madeEvent(eventId)), JSON.stringify(validate.errors))
      assert.equal(validate({ ...madeEvent(eventId), ProcessId: '4' }), false)
    })

    it(`names the fields of event ${eventId} in Sysmon's order`, () => {
      const fields = sysmonEvents.find((event) => event.id === eventId)?.fields.map((field) => field.name) ?? []
      assert.deepEqual(Object.keys(madeEvent(eventId)).slice(-fields.length), fields)
    })
  }

  it('is not made up for an event whose fields are not described', () => {
    for (const eventId of [7, 30]) {
      assert.throws(() => jsonSchemaOf(eventId), {
        name: 'RecipeError',
        message: `there is no JSON Schema of Sysmon event ${eventId}`,
      })
    }
  })
})
