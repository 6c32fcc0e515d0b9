const settings = { rules: ['rules'], out: 'out' }

// What `sigmaproof test` adds by itself stands here for plain `cucumber-js`.
export default {
  import: ['steps/index.ts'],
  format: [
    ['./reports/formatters/cucumber-formatter.ts', 'out/summary.txt'],
    ['./reports/formatters/html-formatter.ts', 'out/cucumber/index.html'],
    ['./reports/formatters/junit-formatter.ts', 'out/junit.xml'],
    ['message', 'out/messages.ndjson'],
  ],
  formatOptions: {
    snippetSyntax: './steps/snippet-syntax.ts',
    includeAttachments: false,
    sigmaproof: settings,
  },
  worldParameters: { sigmaproof: settings },
}
