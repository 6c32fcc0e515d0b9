// The door of authoring: the scenarios that are missing, and how they are written.
export { featureText, type RuleInFeature } from './gherkin/feature.ts'
export { type ScenarioText, scenarioTexts } from './gherkin/scenarios.ts'
export { suggestionPath } from './gherkin/suggestion-path.ts'
export { suggestionFor } from './suggest/suggestion-for.ts'
export { type OpenPoint, type Suggestions, suggestionsFor } from './suggest/suggestions-for.ts'
