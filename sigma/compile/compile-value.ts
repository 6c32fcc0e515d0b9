import type { Compilation } from '../operators/definition.ts'
import { operators } from '../operators/operators.ts'
import { keywordNeedsField, notFinite } from '../problems/detection.ts'
import { modifierValue } from '../problems/modifier.ts'
import type { Problem } from '../problems/problem.ts'
import { shown } from '../read/metadata-field.ts'
import type { Operator, Test } from '../rule/predicate.ts'
import type { YamlScalar } from '../yaml/node.ts'
import type { FieldKey } from './field-key.ts'
import { valuesOf } from './modifier-rules.ts'
import { valueKinds } from './value-kinds.ts'

/** Compiles one value of a key to its test (semantics 3.4 and section 4), or to what is wrong with it. */
export function compileValue(value: YamlScalar, key: FieldKey, compilation: Compilation): Test | Problem {
  const { identifier } = compilation
  const type = value.value === null ? 'null' : (typeof value.value as ScalarType)
  if (key.field === null && type === 'null') return keywordNeedsField(value.span, identifier, 'a null value')
  if (typeof value.value === 'number' && !Number.isFinite(value.value)) {
    return notFinite(value.span, `${identifier}.${key.text}`)
  }
  for (const modifier of key.modifiers) {
    const { takes, words } = valueKinds[valuesOf(modifier)]
    if (!takes(value.value)) return modifierValue(value.span, modifier.name, words, shown(value))
  }
  if (key.field === null && type === 'boolean') return keywordNeedsField(value.span, identifier, 'a boolean value')
  return operators[operatorOf(key, type)].compile(value, key, compilation)
}

type ScalarType = 'string' | 'number' | 'boolean' | 'null'

/** The operator of a value where no modifier says more. */
const operatorOfType: Readonly<Record<ScalarType, Operator>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
}

/** A modifier that changes what is compared makes a text of any value. */
function operatorOf({ lead, sides }: FieldKey, type: ScalarType): Operator {
  if (lead !== null) return lead.role.kind
  return sides.some(({ role }) => role.kind !== 'list') ? 'text' : operatorOfType[type]
}
