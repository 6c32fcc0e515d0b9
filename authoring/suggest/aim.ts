import type { Mutant, PointId } from '../../measures/index.ts'
import type { NodeId, Rule } from '../../sigma/index.ts'

/** What a suggested scenario has to reach, beside the verdict of its event. */
export type Aim =
  /** These points of the rule; the first one gives the scenario its name. */
  | { readonly kind: 'points'; readonly points: readonly [PointId, ...PointId[]]; readonly leaf: NodeId | null }
  /** The rule as the mutant leaves it fails what the rule holds. */
  | { readonly kind: 'mutant'; readonly mutant: Mutant; readonly after: Rule }
