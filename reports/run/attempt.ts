import { observationMediaType, statementMediaType } from '../../measures/index.ts'
import type { Message, Timestamp } from '../../sources/index.ts'
import type { Attached } from './collected-run.ts'

type Attachment = NonNullable<Message['attachment']>

/** One attempt at a scenario, filled in while its messages pass. */
export interface Attempt {
  readonly id: string
  readonly testCase: string
  readonly number: number
  readonly worker: string | null
  readonly started: Timestamp
  finished: Timestamp | null
  /** How each step and hook ended, as Cucumber spells it, in their order. */
  readonly results: { readonly step: string; readonly status: string }[]
  readonly attached: (Attached & { readonly step: string })[]
}

/** An attempt of which only the beginning is known. */
export function attemptOf(started: NonNullable<Message['testCaseStarted']>): Attempt {
  const { id, testCaseId, attempt, workerId, timestamp } = started
  return {
    id,
    testCase: testCaseId,
    number: attempt,
    worker: workerId ?? null,
    started: timestamp,
    finished: null,
    results: [],
    attached: [],
  }
}

/** Takes what a message tells of its attempt. */
export function noteOf(attempt: Attempt, { testStepFinished, attachment, testCaseFinished }: Message): void {
  if (testStepFinished) {
    attempt.results.push({ step: testStepFinished.testStepId, status: testStepFinished.testStepResult.status })
  }
  if (attachment) {
    const { testStepId: step = '', mediaType } = attachment
    attempt.attached.push({ step, mediaType, body: bodyOf(attachment) })
  }
  if (testCaseFinished) attempt.finished = testCaseFinished.timestamp
}

/**
 * The attempt that counts: the last, unless it judged nothing and one before it did. What was skipped when it was tried again
 * unsays nothing.
 */
export function lastThatJudged(attempts: readonly Attempt[]): Attempt | undefined {
  return attempts.findLast(hasJudged) ?? attempts.at(-1)
}

function hasJudged({ results, attached }: Attempt): boolean {
  return judgesAnything(
    attached,
    results.map(({ status }) => status),
  )
}

/** Whether an attempt left a verdict of ours, or passed or failed without one, as scenarios of others do. */
export function judgesAnything(
  attached: readonly { readonly mediaType: string }[],
  statuses: readonly string[],
): boolean {
  const hasPassed = statuses.length > 0 && statuses.every((status) => status === 'PASSED')
  return attached.some(isVerdict) || hasPassed || statuses.includes('FAILED')
}

/** Whether an attachment is what one of our Thens leaves behind. */
export function isVerdict({ mediaType }: { readonly mediaType: string }): boolean {
  return mediaType === observationMediaType || mediaType === statementMediaType
}

function bodyOf({ body, contentEncoding }: Attachment): string {
  return contentEncoding.toUpperCase() === 'BASE64' ? Buffer.from(body, 'base64').toString('utf8') : body
}
