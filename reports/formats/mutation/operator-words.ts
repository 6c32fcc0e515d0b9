import type { MutationOperator } from '../../../measures/index.ts'

/** What each operator does, in a few words. */
export const operatorWords: Readonly<Record<MutationOperator, string>> = {
  'drop-value': 'a value of a list dropped',
  'drop-field': 'a field dropped',
  'drop-detection': 'a detection dropped from the condition',
  'swap-and-or': '"and" and "or" swapped',
  'swap-one-and-all': '"1 of" and "all of" swapped',
  'drop-not': 'a "not" dropped',
  'insert-not': 'a "not" inserted',
  'drop-all': 'the modifier "all" dropped',
  'swap-anchor': 'contains, startswith, endswith and equals swapped',
  'drop-cased': 'the modifier "cased" dropped',
  'shorten-value': 'a value shortened by a character',
  'resize-network': 'a network widened or narrowed by a bit',
  'move-bound': 'a bound moved by one',
  'drop-regex-anchor': 'an anchor of a regular expression dropped',
  'drop-wildcard': 'a wildcard dropped',
  'insert-wildcard': 'a wildcard inserted',
  'move-threshold': 'a threshold moved by one step',
  'resize-timespan': 'the timespan halved or doubled',
  'drop-group-field': 'a field dropped from group-by',
  'drop-referred-rule': 'a rule dropped from the correlation',
  'swap-order': 'an order of the rules asked for, or not any more',
}
