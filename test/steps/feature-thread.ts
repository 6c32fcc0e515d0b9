import { Writable } from 'node:stream'
import { parentPort } from 'node:worker_threads'
import { type ISupportCodeLibrary, loadConfiguration, loadSupport, runCucumber } from '@cucumber/cucumber/api'
import type { ObservationBody, RunAnswer, RunRequest, ScenarioResult } from './run-feature.ts'

type Envelope = Parameters<NonNullable<Parameters<typeof runCucumber>[2]>>[0]

const observationMediaType = 'application/vnd.sigmaproof.observation+json'
const logMediaType = 'text/x.cucumber.log+plain'

let support: ISupportCodeLibrary | undefined

async function run({ cwd, features, settings }: RunRequest): Promise<readonly ScenarioResult[]> {
  const worldParameters = JSON.parse(JSON.stringify({ sigmaproof: settings }))
  const provided = { paths: [...features], format: ['progress'], worldParameters }
  const { runConfiguration } = await loadConfiguration({ file: false, provided }, { cwd })
  support ??= await loadSupport({ ...runConfiguration, support: { importPaths: ['steps/index.ts'] } })
  const envelopes: Envelope[] = []
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
  const environment = { cwd, stdout: silence, stderr: silence, env: {} }
  await runCucumber({ ...runConfiguration, support }, environment, (envelope) => envelopes.push(envelope))
  const unparsed = envelopes.flatMap(({ parseError }) => (parseError === undefined ? [] : [parseError.message]))
  if (unparsed.length > 0) throw new Error(unparsed.join('\n'))
  return resultsOf(envelopes)
}

function resultsOf(envelopes: readonly Envelope[]): readonly ScenarioResult[] {
  const names = new Map(envelopes.flatMap(({ pickle }) => (pickle === undefined ? [] : [[pickle.id, pickle.name]])))
  const cases = new Map(
    envelopes.flatMap(({ testCase }) => (testCase === undefined ? [] : [[testCase.id, testCase.pickleId]])),
  )
  return envelopes.flatMap(({ testCaseStarted: started }) => {
    if (started === undefined) return []
    const results = envelopes
      .map(({ testStepFinished }) => testStepFinished)
      .filter((step) => step?.testCaseStartedId === started.id)
      .map((step) => step?.testStepResult)
    const attachments = envelopes
      .map(({ attachment }) => attachment)
      .filter((attachment) => attachment?.testCaseStartedId === started.id)
    const bodies = (mediaType: string) =>
      attachments.filter((each) => each?.mediaType === mediaType).map((each) => each?.body ?? '')
    const failed = results.filter((result) => result?.status !== 'PASSED' && result?.status !== 'SKIPPED')
    return {
      name: names.get(cases.get(started.testCaseId) ?? '') ?? '',
      status: failed[0]?.status ?? 'PASSED',
      messages: failed.map((result) => result?.message ?? ''),
      logs: bodies(logMediaType),
      observations: bodies(observationMediaType).map((body): ObservationBody => JSON.parse(body)),
    }
  })
}

async function answer(request: RunRequest): Promise<RunAnswer> {
  try {
    return { id: request.id, scenarios: await run(request) }
  } catch (error) {
    return { id: request.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

// One run at a time: Cucumber's scope of a running test case is global to the thread.
let last: Promise<unknown> = Promise.resolve()
parentPort?.on('message', (request: RunRequest) => {
  last = last.then(async () => parentPort?.postMessage(await answer(request)))
})
