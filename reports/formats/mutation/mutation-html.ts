import { safeJson } from '../../../sigma/index.ts'
import type { MutationReport } from '../../mutation/mutation-report.ts'
import { mutationDocument } from './mutation-json.ts'

/** One page with the viewer of the public schema and the report in it: it asks the network for nothing. */
export function formatMutationHtml(report: MutationReport, version: string, viewer: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>sigmaproof: mutants</title>
<style>body { margin: 0 1rem }</style>
</head>
<body>
<mutation-test-report-app title-postfix="sigmaproof"></mutation-test-report-app>
<script>${scriptText(viewer)}</script>
<script type="application/json" id="report">${dataText(report, version)}</script>
<script>
document.querySelector('mutation-test-report-app').report = JSON.parse(document.getElementById('report').textContent)
</script>
</body>
</html>
`
}

/** Nothing in the report can end the script it stands in, or begin another. */
function dataText(report: MutationReport, version: string): string {
  return safeJson(mutationDocument(report, version)).replaceAll('<', '\\u003c')
}

/** The viewer's own text may speak of its end tag within a string. */
function scriptText(viewer: string): string {
  return viewer.replaceAll(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--')
}
