import { otherInYaml11 } from '../problems/detection.ts'
import type { ReportProblem } from '../problems/problem.ts'
import type { YamlNode } from '../yaml/node.ts'
import { readingOf11 } from '../yaml/yaml11.ts'

/** Remarks on a value that decides, where tools that read YAML 1.1 would decide by another one. */
export function remarkOnYaml11(node: YamlNode, report: ReportProblem): void {
  const other = node.kind === 'scalar' ? readingOf11(node) : null
  if (other === null || node.kind !== 'scalar') return
  const ours = typeof node.value === 'number' ? `the number ${node.value}` : 'a text'
  const theirs = typeof other === 'number' ? `the number ${other}` : String(other)
  report(otherInYaml11(node.span, node.text, ours, theirs))
}
