import { addressIn } from '../events/asked-event.ts'
import { badNetwork } from '../problems/modifier.ts'
import { isInNetwork, parseNetwork } from '../values/network.ts'
import { type OperatorDefinition, someValue } from './definition.ts'

/** `cidr`: an IP address inside a network. */
export const cidr: OperatorDefinition<'cidr'> = {
  lead: { values: 'text', companions: ['list'], notAfter: 'any', needsField: true },
  compile: ({ text, span }) => {
    const network = parseNetwork(text)
    return typeof network === 'string' ? badNetwork(span, text, network) : { operator: 'cidr', network }
  },
  asks: ({ network }) =>
    someValue((value) => {
      const address = addressIn(value)
      return address !== null && isInNetwork(network, address)
    }),
  misses: (_, { values }) => (values.some((value) => addressIn(value) !== null) ? 'value-differs' : 'not-an-address'),
}
