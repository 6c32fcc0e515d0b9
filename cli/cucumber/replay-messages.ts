import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import type { IRunConfiguration } from '@cucumber/cucumber/api'
import type { Message } from '../../sources/index.ts'
import type { Invocation } from '../invocation.ts'
import { UsageError } from '../options/usage-error.ts'
import { environmentOf } from './cucumber-environment.ts'
import { hearFaults } from './heard-faults.ts'
import { visibleFormats } from './visible-formats.ts'

// Cucumber opens these parts to `require` only.
type Formatters = typeof import('@cucumber/cucumber/lib/api/formatters', { with: { 'resolution-mode': 'require' }})
type Support = typeof import('@cucumber/cucumber/lib/api/support', { with: { 'resolution-mode': 'require' }})
type Environment = typeof import('@cucumber/cucumber/lib/environment/index', { with: { 'resolution-mode': 'require' }})
type Helpers = typeof import('@cucumber/cucumber/lib/formatter/helpers/index', { with: {
  'resolution-mode': 'require',
}})
type Plugin = typeof import('@cucumber/cucumber/lib/plugin/index', { with: { 'resolution-mode': 'require' }})

/**
 * Shows messages of a run that is over to Cucumber's own formatters, which then write what they would have written of
 * it. Cucumber's API offers that only while it runs; the parts it is made of lie open under `lib`. Formatters that ask for
 * the support code find none. Returns a sentence for each file that could not be written.
 */
export async function replayMessages(
  messages: Iterable<Message>,
  configuration: IRunConfiguration['formats'],
  invocation: Invocation,
): Promise<readonly string[]> {
  const require = createRequire(import.meta.url)
  const { initializeFormatters }: Formatters = require('@cucumber/cucumber/lib/api/formatters')
  const { getSupportCodeLibrary }: Support = require('@cucumber/cucumber/lib/api/support')
  const { makeEnvironment }: Environment = require('@cucumber/cucumber/lib/environment/index')
  const { EventDataCollector }: Helpers = require('@cucumber/cucumber/lib/formatter/helpers/index')
  const { PluginManager }: Plugin = require('@cucumber/cucumber/lib/plugin/index')

  const heard = hearFaults(invocation.stderr, invocation.cwd)
  const environment = makeEnvironment(environmentOf(invocation, heard.stream))
  const { cwd, stdout, stderr, env, logger } = environment
  const eventBroadcaster = new EventEmitter()
  const pluginManager = new PluginManager(environment)
  eventBroadcaster.on('envelope', (message) => pluginManager.emit('message', message))
  const nothing = { requireModules: [], requirePaths: [], importPaths: [], loaders: [] }
  const supportCodeLibrary = await getSupportCodeLibrary({ logger, cwd, newId: () => '', ...nothing })
  const finish = await initializeFormatters({
    env,
    cwd,
    stdout,
    stderr,
    logger,
    // The logger has been told.
    onStreamError: () => undefined,
    eventBroadcaster,
    eventDataCollector: new EventDataCollector(eventBroadcaster),
    configuration: visibleFormats(configuration, invocation.stderr),
    supportCodeLibrary,
    pluginManager,
  })
  for (const message of messages) eventBroadcaster.emit('envelope', message)
  await pluginManager.cleanup().then(finish).catch(heard.blame)
  return heard.sentences()
}

/** Cucumber's formatters that look steps up in the code that was loaded. */
const formatsOfCode: readonly string[] = ['json', 'snippets', 'usage', 'usage-json']

/** Throws a UsageError for a formatter that cannot be shown the messages of a run which another process did. */
export function refuseFormatsOfCode({ stdout, files }: IRunConfiguration['formats']): void {
  const format = [stdout, ...Object.values(files)].find((each) => formatsOfCode.includes(each))
  if (format === undefined) return
  throw new UsageError(
    `the format "${format}" in the Cucumber configuration needs all in one process; run without --jobs`,
  )
}
