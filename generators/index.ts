export type { Fact } from './facts/fact.ts'
export { fieldNamesOf, typedValue } from './kinds/typed-value.ts'
export { playRecipe, playStep } from './player/play-recipe.ts'
export { startOfScene } from './player/scene/scene.ts'
export type {
  Alike,
  Change,
  EventStep,
  MadeEvent,
  Recipe,
  RecipeGoal,
  RecipeKind,
  RecipeStep,
  Scene,
} from './recipe.ts'
export { RecipeError } from './recipe-error.ts'
export { type EventShape, renderEvent } from './shapes/render-event.ts'
export { whyNoXml } from './shapes/why-no-xml.ts'
export { distanceTo } from './solver/distance-to.ts'
export { edgesOf } from './solver/edges.ts'
export type { Answer, Edge, Goal, Impossible, Witness, World } from './solver/goal.ts'
export { inTurn } from './solver/in-turn.ts'
export { bareDifference } from './solver/search/bare-difference.ts'
export { type SolveOptions, solve } from './solver/solve.ts'
export { accountIn, accountInEveryLanguage, languageNames, wordsForAccounts } from './values/localized-accounts.ts'
export type { Violation } from './violations/violation.ts'
export { facts, violationsOf } from './violations/violations.ts'
