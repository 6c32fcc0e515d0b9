import { type Fields, type Leaf, leafMatches } from '../../../sigma/index.ts'

/** What is wanted of one leaf: that it matches, or that it does not. */
export interface Literal {
  readonly leaf: Leaf
  readonly matched: boolean
}

/** Whether the event has the leaf answer as wanted. */
export function isMet({ leaf, matched }: Literal, fields: Fields): boolean {
  return leafMatches(leaf, fields) === matched
}
