import { eventFormatRows } from '../sources/formats/index.ts'
import { formatsOf, type OutputFormatRow } from '../sources/output-formats/index.ts'

/** Stands below the options of `sigmaproof --help`. */
export const programExamples = `
Exit codes:
  0  every expectation held
  1  a finding: a scenario failed, a known gap is closed, a threshold is missed, a warning under check --strict
  2  a rule, a feature or an event cannot be read
  3  wrong arguments or configuration, or nothing to run

Examples:
  $ sigmaproof test
  $ sigmaproof report shards/
  $ sigmaproof mutate
  $ sigmaproof check
  $ sigmaproof eval events/ --rules rules
  $ sigmaproof generate rules/windows/susp_session.yml -n 10
  $ sigmaproof test --help
`

/** Stands below the options of `sigmaproof test --help`. */
export const testExamples: string = `
Features are files, folders, globs or file:line; without any, those of your Cucumber configuration, else features/.
Your own Cucumber configuration (cucumber.js, .mjs, .cjs, .json, .yaml) is used; steps and reports are added to it.

Written to the output folder:
${written('test')}

Examples:
  $ sigmaproof test
  $ sigmaproof test features/rules/remote_powershell_session.feature:42
  $ sigmaproof test --rules rules --rules ../shared/rules --out build/proof
  $ sigmaproof test --tags "@filters and not @slow"
  $ sigmaproof test --seed nightly-7
  $ sigmaproof test --suggest
  $ sigmaproof test --threshold outcomes=100 --threshold mcdc=90
  $ sigmaproof test --jobs 4
  $ sigmaproof test --shard 2/3
`

/** Stands below the options of `sigmaproof report --help`. */
export const reportExamples = `
A message file is what "test" leaves as messages.ndjson, or plain cucumber-js with the format message:FILE. The rules must be
those that ran. Of a scenario that several files ran, the last attempt counts. Nothing of your own code is loaded: where your
Cucumber configuration names the rules or the folder, name them here or in sigmaproof.yml.

Written to the output folder: all that "test" writes there, the merged messages included.

Exit codes:
  0  every expectation held
  1  a scenario failed, or no file ran it (not with --partial), or a threshold is missed
  2  a message file or a rule cannot be read, or a rule has changed since
  3  wrong arguments or configuration, or files that do not go together

Examples:
  $ sigmaproof report out/messages.ndjson
  $ sigmaproof report shards/ --out out
  $ sigmaproof report shard-1.ndjson shard-3.ndjson --partial
`

/** Stands below the options of `sigmaproof check --help`. */
export const checkExamples = `
Text goes to stdout unless another format does: every error, then the warnings by code, three of each. docs/problems.md in the
package says what each code means and what to do about it.

A warning is ignored by a comment in the rule, on its line or alone above what it is about, or not indented for the whole rule:
  # sigmaproof-ignore CODE: reason
or by an entry "- { code: CODE, rules: path, glob or id, reason: text }" under "ignore" in sigmaproof.yml. What ignores nothing
is told as W-IGNORE. Errors cannot be ignored.

A baseline is for an old repository: write it once, and from then on only what is new is told. It holds errors too. Such a rule
stays rejected, and its scenarios fail, but "check" does not exit with 2 for it. An entry survives edits elsewhere in the file.

Exit codes:
  0  nothing rejects a rule, but for what the baseline knows
  1  a warning, with --strict; one of the codes of --fail-on
  2  a rule cannot be read
  3  wrong arguments or configuration, or nothing to check

Examples:
  $ sigmaproof check
  $ sigmaproof check rules/windows "../shared/**/*.yml" --strict
  $ sigmaproof check --fail-on W-UNUSED,W-LOGSOURCE-UNKNOWN
  $ sigmaproof check --write-baseline baseline.json && sigmaproof check --baseline baseline.json
  $ sigmaproof check --format json > check.json
  $ sigmaproof check --format github --format sarif:out/check.sarif
`

/** Stands below the options of `sigmaproof eval --help`. */
export const evalExamples: string = `
A file of events is, by how its name ends, with or without .gz (one of another name is json):
${eventFormatRows()
  .map(([name, { description, extensions }]) => `  ${name.padEnd(6)} ${description} (${extensions.join(', ')})`)
  .join('\n')}

Each match is one line of JSON on stdout:
  {"file","event","rule","id","title","author","level","matched"}
file is the path from here, event counts from 0 in its file, matched are the search identifiers that match. What
correlations find comes after all events: event is the one that completed it, matched are the rules whose events counted.

Exit codes:
  0  every event was judged by every rule, whether or not one fires: a match is no failure
  2  a rule or an event cannot be read (the others are judged)
  3  wrong arguments or configuration, or nothing to read

Examples:
  $ sigmaproof eval sysmon.ndjson
  $ sigmaproof eval recorded/ --rules rules/windows > matches.ndjson
  $ sigmaproof eval asa.syslog --input text --rules rules/network
`

/** Stands below the options of `sigmaproof generate --help`. */
export const generateExamples = `
Goals:
  fires                    the rule fires
  silent                   an event of its log source on which it does not fire
  fires-via=PART           it fires, and would not if this identifier or field did not match
  suppressed-by=FILTER     it would fire but for this filter; several with commas: but for exactly these
  decides=VALUE            the value matches and decides: without it, the rule would say something else
  misses=VALUE             the value does not match, and that alone decides
  first=VALUE, last=       the first or last address of a network, where it decides
  before=VALUE, after=     the address before or after the network
  bound=VALUE, below=, above=   a number: the bound itself, one less, one more
  without-first=VALUE, without-last=   a text: without its first or its last character
  matches=VALUE            the value matches, whatever the rule says
  without=PART             the rule would say something else without this part
  and-not=RULE             the rule fires and the other does not: what speaks against "this implies that"
  differs-from=RULE        one of the two fires and the other does not

A value is named as the rule writes it (5985, DestinationPort=5985), or by the id that reports give it (selection/Image|endswith/\\pwsh.exe).

Shapes:
  evtx   an event of Windows nested as evtx_dump prints it; an event of another system flat
  flat   one object of the fields that rules read; the JSON Schemas under sigmaproof/schemas/ are of this shape
  xml    as Windows' event viewer has it, for events of Windows with one text a field

Every event has passed the evaluator. Where the log source can write none, it is printed what another agent could write,
and stderr says so, with the reason.

Exit codes:
  0  events were made
  1  there are none: proved, or given up, with the reason
  2  the rule cannot be read
  3  wrong arguments or configuration, or the rule does not have what the goal names

Examples:
  $ sigmaproof generate rules/windows/susp_session.yml
  $ sigmaproof generate "Potential Remote PowerShell Session Initiated" --goal suppressed-by=filter_main_localhost
  $ sigmaproof generate rules/windows/susp_session.yml --goal misses=5985 -n 3 --shape flat
  $ sigmaproof generate rules/windows/susp_session.yml --goal after=DestinationIp=10.0.0.0/8
  $ sigmaproof generate rules/new.yml --goal differs-from=rules/old.yml -n 20
  $ sigmaproof generate rules/windows/susp_session.yml -n 1000 --seed nightly-7 > events.ndjson
`

/** Stands below the options of `sigmaproof mutate --help`. */
export const mutateExamples: string = `
Each mutant is one small edit of a rule, a filter document or a correlation: a value dropped, "and" for "or", a network a bit
wider, a threshold one lower. The recipes of the last run are played against it, and Cucumber is not run again. A mutant that
no scenario notices is told with the scenario that would, a dozen of each rule in the terminal; one that is proved to be the
same rule is left out of the score. Of a correlation nothing is proved or suggested, as no solver makes timelines. A filter
document's mutants are judged by the scenarios of every rule that it applies to. What did not change is not judged again.

Written to the output folder:
${written('mutate')}

Exit codes:
  0  the suite passed and the score is high enough
  1  the last run did not pass, or the score is below the threshold
  2  a rule or the run cannot be read, or the run judged other texts of the rules
  3  wrong arguments or configuration, or there is no run

Examples:
  $ sigmaproof test && sigmaproof mutate
  $ sigmaproof mutate rules/windows/susp_session.yml
  $ sigmaproof mutate --since origin/main
  $ sigmaproof mutate --threshold-break 90
`

/** What a command writes, a line each. */
function written(command: OutputFormatRow['command']): string {
  const rows = formatsOf(command)
  const width = Math.max(...rows.map(({ file }) => file.length))
  return rows.map(({ file, description }) => `  ${file.padEnd(width)}  ${description}`).join('\n')
}
