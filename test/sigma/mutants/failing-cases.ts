// Prints the ids of the conformance cases that fail with the sigma/ two folders up, as a JSON list.
import { caseFiles, casesIn, outcomeOf, type SigmaCase } from '../sigma-case.ts'

function fails(each: SigmaCase): boolean {
  try {
    return outcomeOf(each) !== each.expect
  } catch {
    return true
  }
}

const cases = caseFiles.flatMap(casesIn)
process.stdout.write(JSON.stringify(cases.filter(fails).map(({ id }) => id)))
