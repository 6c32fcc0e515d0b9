import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { jsonSchemaOf, windowsEvents } from '../../catalogue/index.ts'
import { madeEvent } from '../generators/made-event.ts'

describe('the JSON Schema of an event', () => {
  for (const event of windowsEvents) {
    const { id: eventId, fields } = event
    it(`is strict draft 2020-12 and takes a made event ${eventId}`, () => {
      const validate = new Ajv2020({ strict: true, allErrors: true }).compile(jsonSchemaOf(event))
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
})
