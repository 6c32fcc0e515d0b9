/** Stands below the options of `sigmaproof --help`. */
export const programExamples = `
Exit codes:
  0  every expectation held
  1  a finding: a scenario failed, a known gap is closed
  2  a rule or a feature cannot be read
  3  wrong arguments or configuration, or nothing to run

Examples:
  $ sigmaproof test
  $ sigmaproof test --help
`

/** Stands below the options of `sigmaproof test --help`. */
export const testExamples = `
Features are files, folders, globs or file:line; without any, those of your Cucumber configuration, else features/.
Your own Cucumber configuration (cucumber.js, .mjs, .cjs, .json, .yaml) is used; steps and reports are added to it.

Written to the output folder:
  report.json          rules, scenarios, verdicts and coverage
  html/index.html      the same to read, each rule with its uncovered lines marked
  summary.txt          the table that is printed
  cucumber/index.html  Cucumber's own report
  junit.xml            for CI
  messages.ndjson      Cucumber's messages, to make any report again

Examples:
  $ sigmaproof test
  $ sigmaproof test features/rules/remote_powershell_session.feature:42
  $ sigmaproof test --rules rules --rules ../shared/rules --out build/proof
  $ sigmaproof test --tags "@filters and not @slow"
  $ sigmaproof test --seed nightly-7
`
