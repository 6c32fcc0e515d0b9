import {
  changeLetterCase,
  emptyField,
  replaceInField,
  setField,
  setFieldInside,
  setFieldJustOutside,
  setFieldToAccount,
  setFieldToAccountEverywhere,
  setFieldToEach,
  setFieldToText,
  shortenInField,
} from '../events/change-events.ts'
import { letTimePass } from '../events/play.ts'
import { listIn, namesIn } from '../values/table-cells.ts'
import { type StepPattern, step } from './step-pattern.ts'

/** The steps that change events, and let time pass. */
export const whens: readonly StepPattern[] = [
  step({
    keyword: 'When',
    pattern: 'its {field} is {value}',
    meaning: 'Sets a field of every event of the last event step.',
    example: String.raw`When its Image is "C:\Windows\System32\cmd.exe"`,
    takes: 'nothing',
    run(field, value) {
      setField(this, field, value)
    },
  }),
  step({
    keyword: 'When',
    pattern: 'its {field} is:',
    meaning: 'Sets it to a text of any number of lines.',
    example: 'When its CommandLine is:',
    takes: 'a doc string',
    run(field, text) {
      setFieldToText(this, field, text)
    },
  }),
  step({
    keyword: 'When',
    pattern: 'its {field} is {absence}',
    meaning: 'Takes it away, or sets it to null or to the empty text.',
    example: 'When its User is absent',
    takes: 'nothing',
    run(field, absence) {
      emptyField(this, field, absence)
    },
  }),
  step({
    keyword: 'When',
    pattern: 'its {field} is each of:',
    meaning: 'Makes one event of each, for each value of a list.',
    example: 'When its User is each of:',
    takes: 'a table',
    run(field, table) {
      setFieldToEach(this, field, listIn(table))
    },
  }),
  step({
    keyword: 'When',
    pattern: 'its {field} is inside {cidr}',
    meaning: 'Makes events with the first, the last and other addresses of a network.',
    example: 'When its SourceIp is inside 10.0.0.0/8',
    takes: 'nothing',
    run(field, network) {
      setFieldInside(this, field, [network])
    },
  }),
  step({
    keyword: 'When',
    pattern: 'its {field} is inside each of:',
    meaning: 'The same for each network of a list.',
    example: 'When its SourceIp is inside each of:',
    takes: 'a table',
    run(field, table) {
      setFieldInside(this, field, namesIn(table))
    },
  }),
  step({
    keyword: 'When',
    pattern: 'its {field} is just outside {cidr}',
    meaning: 'Makes events with the addresses next to both ends of a network.',
    example: 'When its SourceIp is just outside 10.0.0.0/8',
    takes: 'nothing',
    run(field, network) {
      setFieldJustOutside(this, field, [network])
    },
  }),
  step({
    keyword: 'When',
    pattern: 'its {field} is just outside each of:',
    meaning: 'The same for each network of a list.',
    example: 'When its SourceIp is just outside each of:',
    takes: 'a table',
    run(field, table) {
      setFieldJustOutside(this, field, namesIn(table))
    },
  }),
  step({
    keyword: 'When',
    pattern: 'its {field} is {account} in {language}',
    meaning: 'Sets it to what Windows calls an account of its own in a language.',
    example: 'When its User is NETWORK SERVICE in French',
    takes: 'nothing',
    run(field, account, language) {
      setFieldToAccount(this, field, account, language)
    },
  }),
  step({
    keyword: 'When',
    pattern: 'its {field} is {account} in every Windows language',
    meaning: 'Makes one event of each, for each of these names that is verified.',
    example: 'When its User is SYSTEM in every Windows language',
    takes: 'nothing',
    run(field, account) {
      setFieldToAccountEverywhere(this, field, account)
    },
  }),
  step({
    keyword: 'When',
    pattern: 'its {field} has {value} instead of {value}',
    meaning: 'Puts the first text in the place of the second, which has to be there once; letter case is ignored.',
    example: 'When its CommandLine has "-e" instead of "-enc"',
    takes: 'nothing',
    run(field, replacement, found) {
      replaceInField(this, field, replacement, found)
    },
  }),
  step({
    keyword: 'When',
    pattern: 'its {field} falls just short of {value}',
    meaning: 'Makes two events: the text once without its first, once without its last character.',
    example: String.raw`When its Image falls just short of "\cmd.exe"`,
    takes: 'nothing',
    run(field, text) {
      shortenInField(this, field, text)
    },
  }),
  step({
    keyword: 'When',
    pattern: 'its {field} is in {letter case}',
    meaning: 'Puts its text in upper or lower case.',
    example: 'When its Image is in upper case',
    takes: 'nothing',
    run(field, letterCase) {
      changeLetterCase(this, field, letterCase)
    },
  }),
  step({
    keyword: 'When',
    pattern: '{duration} pass(es)',
    meaning: 'Moves the clock: the next event step adds its events to those there are.',
    example: 'When 10 minutes pass',
    takes: 'nothing',
    run(duration) {
      letTimePass(this, duration)
    },
  }),
]
