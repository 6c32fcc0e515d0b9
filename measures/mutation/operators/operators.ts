import type { Edit, RuleOperator } from '../mutant.ts'
import type { RuleText } from '../text/rule-text.ts'
import { addCased } from './add-cased.ts'
import { addFilter } from './add-filter.ts'
import { addSource } from './add-source.ts'
import { addValue } from './add-value.ts'
import { dropAll } from './drop-all.ts'
import { dropCased } from './drop-cased.ts'
import { dropDetection } from './drop-detection.ts'
import { dropField } from './drop-field.ts'
import { dropNot } from './drop-not.ts'
import { dropSource } from './drop-source.ts'
import { dropValue } from './drop-value.ts'
import { insertNot } from './insert-not.ts'
import { joinValues } from './join-values.ts'
import { swapAnchor } from './swap-anchor.ts'
import { swapAndOr } from './swap-and-or.ts'
import { swapOneAndAll } from './swap-one-and-all.ts'
import { onValues } from './value-mutations.ts'
import { valueToRegex } from './value-to-regex.ts'

/** Every operator of rules and filter documents, in the order in which they are tried. A new one is a file beside these and a row here. */
export const operators: Readonly<Record<RuleOperator, (text: RuleText) => Iterable<Edit>>> = {
  'drop-value': dropValue,
  'drop-field': dropField,
  'drop-detection': dropDetection,
  'swap-and-or': swapAndOr,
  'swap-one-and-all': swapOneAndAll,
  'drop-not': dropNot,
  'insert-not': insertNot,
  'drop-all': dropAll,
  'swap-anchor': swapAnchor,
  'drop-cased': dropCased,
  'shorten-value': onValues('shorten-value'),
  'resize-network': onValues('resize-network'),
  'move-bound': onValues('move-bound'),
  'drop-regex-anchor': onValues('drop-regex-anchor'),
  'drop-wildcard': onValues('drop-wildcard'),
  'insert-wildcard': onValues('insert-wildcard'),
  'blur-value': onValues('blur-value'),
  'cut-value': onValues('cut-value'),
  'lengthen-value': onValues('lengthen-value'),
  'join-values': joinValues,
  'value-to-regex': valueToRegex,
  'add-cased': addCased,
  'drop-source': dropSource,
  'add-source': addSource,
  'add-value': addValue,
  'add-filter': addFilter,
}

/** Their names in that order. */
export const operatorNames: readonly RuleOperator[] = Object.keys(operators).filter(isOperatorName)

function isOperatorName(name: string): name is RuleOperator {
  return Object.hasOwn(operators, name)
}
