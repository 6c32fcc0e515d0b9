// The door of the project: what was read of it, once a run.
export { closeProjects, openProject, type Project } from './open-project.ts'
export { type NamedRules, namesOf, type RuleOrCorrelation, rulesCalled, ruleWithKey } from './rule-names.ts'
