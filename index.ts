/**
 * The library: what most programs need of it, from reading a rule to the report of a run. The doors of the stations
 * (`sigmaproof/sigma`, `sigmaproof/generators` and so on) have the rest; the steps register with Cucumber and have a door
 * of their own.
 */
export { suggestionsFor } from './authoring/index.ts'
export {
  type Answer,
  type EventShape,
  type Goal,
  playRecipe,
  type Recipe,
  RecipeError,
  renderEvent,
  type SolveOptions,
  solve,
  type Witness,
} from './generators/index.ts'
export {
  type Coverage,
  type CoveredPoint,
  cover,
  coverageOf,
  type Observation,
  ObservationError,
  observationMediaType,
  type Point,
  parseObservation,
  pointsOf,
  provePoints,
  type Ratio,
  type Suggestion,
} from './measures/index.ts'
export { assembleReport, formatHtml, formatJson, formatTerminal, type Report, readReport } from './reports/index.ts'
export {
  buildRuleSet,
  type Correlation,
  codeFrame,
  type Evidence,
  evaluateRule,
  explainJudgement,
  type Fields,
  firesOn,
  firesVia,
  fitsLogSource,
  flattenEvent,
  formatProblem,
  type Json,
  judge,
  judgeCorrelation,
  leavesOf,
  meaningOf,
  type Problem,
  partsOf,
  type Rule,
  type RuleReading,
  type RuleSet,
  readRules,
  type Source,
  sourceOf,
  type Verdict,
} from './sigma/index.ts'
export {
  findEventFiles,
  type LoadedRules,
  loadRules,
  readEvents,
  type Settings,
  SourceError,
  settingsOf,
} from './sources/index.ts'
