import type { Message, Timestamp } from '../../sources/index.ts'
import { judgesAnything } from '../run/attempt.ts'

/** One test case of a run: all that is told of a scenario's attempts. */
export interface TestCaseExecution {
  readonly pickle: string
  readonly messages: readonly Message[]
  /** When the last attempt began; null where none did. */
  readonly started: Timestamp | null
}

/** What is told of the run's test cases, each by itself, and of none of them: before the first and after. */
export interface Executions {
  readonly cases: readonly TestCaseExecution[]
  readonly before: readonly Message[]
  readonly after: readonly Message[]
}

/** Sorts what a run tells of its test cases, its hooks and its attachments. Every other message is left out. */
export function executionsIn(messages: Iterable<Message>): Executions {
  const told = new Map<string, { readonly pickle: string; readonly messages: Message[] }>()
  const caseOf = new Map<string, string>()
  const [before, after]: readonly [Message[], Message[]] = [[], []]
  for (const message of messages) {
    const { testCase, testCaseStarted, testCaseFinished, testStepStarted, testStepFinished, attachment } = message
    const { externalAttachment } = message
    if (testCase) told.set(testCase.id, { pickle: testCase.pickleId, messages: [message] })
    if (testCaseStarted) caseOf.set(testCaseStarted.id, testCaseStarted.testCaseId)
    const attempt =
      testCaseStarted?.id ??
      (testCaseFinished ?? testStepStarted ?? testStepFinished ?? attachment ?? externalAttachment)?.testCaseStartedId
    const own = told.get(caseOf.get(attempt ?? '') ?? '')
    if (own !== undefined) own.messages.push(message)
    else if (isOfTheRun(message)) (caseOf.size === 0 ? before : after).push(message)
  }
  return { cases: [...told.values()].map(({ pickle, messages: own }) => execution(pickle, own)), before, after }
}

function isOfTheRun(message: Message): boolean {
  const { testRunHookStarted, testRunHookFinished, attachment, externalAttachment } = message
  const { suggestion, undefinedParameterType } = message
  const hook = testRunHookStarted ?? testRunHookFinished
  return (hook ?? attachment ?? externalAttachment ?? suggestion ?? undefinedParameterType) !== undefined
}

function execution(pickle: string, messages: readonly Message[]): TestCaseExecution {
  const starts = messages.flatMap(({ testCaseStarted }) => (testCaseStarted ? [testCaseStarted] : []))
  return { pickle, messages, started: starts.at(-1)?.timestamp ?? null }
}

/**
 * The messages of all test cases of one scenario, as if they were attempts at one: of those that judged anything the one that
 * began last counts, and the others were tried again. What judged nothing takes the place of nothing.
 */
export function asAttempts(executions: readonly TestCaseExecution[]): readonly Message[] {
  const inOrder = [...executions].sort(
    (a, b) => Number(hasJudged(a)) - Number(hasJudged(b)) || inTime(a.started, b.started),
  )
  let started = 0
  return inOrder.flatMap(({ messages }, at) => {
    const isLast = at === inOrder.length - 1
    return messages.map((message): Message => {
      const { testCaseStarted, testCaseFinished } = message
      if (testCaseStarted) {
        const attempt = started
        started += 1
        return { testCaseStarted: { ...testCaseStarted, attempt } }
      }
      if (testCaseFinished && !isLast) return { testCaseFinished: { ...testCaseFinished, willBeRetried: true } }
      return message
    })
  })
}

function hasJudged({ messages }: TestCaseExecution): boolean {
  return judgesAnything(
    messages.flatMap(({ attachment }) => attachment ?? []),
    messages.flatMap(({ testStepFinished: step }) => step?.testStepResult.status ?? []),
  )
}

/** Orders instants; what has none comes first. */
export function inTime(a: Timestamp | null, b: Timestamp | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  return a.seconds - b.seconds || a.nanos - b.nanos
}
