import type { Mutant } from '../../../measures/index.ts'

/** A mutant of this id, of nothing in particular. */
export function aMutant(id: string, changes: Partial<Mutant> = {}): Mutant {
  return {
    id,
    subject: 'rules/sample.yml',
    operator: 'drop-value',
    node: '',
    variant: '',
    replacement: { span: { path: 'rules/sample.yml', start: 0, end: 0 }, text: '' },
    original: '',
    ...changes,
  }
}
