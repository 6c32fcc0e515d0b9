// The door of whoever asks which scenarios a suite has. Cucumber stands behind it.
export { escapedForGlob, pathsForCucumber } from './feature-paths.ts'
export { plannedIn, requireFeatures, selectedIn } from './selected-scenarios.ts'
