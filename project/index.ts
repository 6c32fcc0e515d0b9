// The door of the project: what was read of it, once a run. What Cucumber knows of its features has a room of its own.
export { changesSince } from './changes-since.ts'
export { findRule, rulesNamed } from './find-rule.ts'
export { closeProjects, openProject, type Project } from './open-project.ts'
export { namesOf, type RuleOrCorrelation, rulesCalled, ruleWithKey } from './rule-names.ts'
export { touchedBy } from './touched.ts'
