import { type Rule, readRules, sourceOf } from '../../sigma/index.ts'

/** The rule that this text holds under `logsource`, `detection` and whatever else it needs. */
export function ruleOf(text: string, path = 'rules/test.yml'): Rule {
  const { rules, problems } = readRules(sourceOf(path, text))
  const [rule] = rules
  if (rule === undefined) throw new Error(problems.map((problem) => problem.message).join('\n'))
  return rule
}

/** A rule for process creations (or another category) with this detection section, indented by two blanks. */
export function ruleWith(detection: string, category = 'process_creation', title = 'X'): Rule {
  return ruleOf(
    `title: ${title}\nlogsource:\n  product: windows\n  category: ${category}\ndetection:\n${detection}\n`,
    `rules/${title}.yml`,
  )
}
