import { type MadeEvent, RecipeError, type Witness } from '../../generators/index.ts'
import type { PointId, Suggestion } from '../../measures/index.ts'
import {
  type Event,
  type Expectation,
  firesOn,
  type Judgement,
  judge,
  judgeVerdict,
  type Leaf,
  leavesOf,
  meets,
  type Rule,
  visibleText,
} from '../../sigma/index.ts'
import type { Aim } from './aim.ts'
import { composedDraft, type Draft, type DraftedSteps, draftedSteps, stepsOf, verbatimDraft } from './draft.ts'
import { expectedOf } from './expected-of.ts'
import { playedOften, playedOnce } from './fillers.ts'
import { minimalDraft } from './minimal-draft.ts'
import { rebasedOn } from './rebase.ts'
import { fieldsOf, type RuleInWords, readingOf } from './rule-reading.ts'
import type { Standard } from './standard.ts'
import { titleOf } from './title.ts'

/**
 * The scenario around an event: the verdict that the rule gives it, told with as few fields as decide it, so that it
 * covers the points, or kills the mutant, that it is for wherever it stands and whatever the rest of its event is filled
 * with. Where one of the models serves with nothing but the field in question taken from the event, it is told like that
 * one. Null when the event is not of the rule's log source, unless
 * that is what the mutant is about, does not reach the aim, or cannot be told in a feature.
 */
export function suggestionFor(
  rule: Rule,
  witness: Witness,
  aim: Aim,
  models: readonly Suggestion[] = [],
): Suggestion | null {
  const reading = readingOf(rule)
  for (const model of models) {
    const rebased = rebasedOn(model, witness, subjectOf(reading, aim))
    const suggestion = rebased === null ? null : toldAs([rebased.draft], reading, rebased.witness, aim)
    if (suggestion !== null) return suggestion
  }
  return toldAs(drafts(reading, witness), reading, witness, aim)
}

/** The scenario around an event that these drafts tell, the first that can. */
function toldAs(told: readonly Draft[], reading: RuleInWords, witness: Witness, aim: Aim): Suggestion | null {
  const { rule } = reading
  const judgement = judge(rule, witness)
  const expected = expectedOf(rule, judgement) ?? (isAboutSource(aim) ? outOfReach : null)
  if (expected === null || !canBeNamed(expected)) return null
  const standard = standardFor(reading, expected, aim, witness)
  if (!standard.accepts(witness)) return null
  const draft = firstMinimal(told, witness, standard)
  if (draft === null) return null
  const drafted = draftedSteps(draft)
  const covers = aim.kind === 'mutant' ? [] : coveredBy(reading, expected, drafted)
  return {
    rule: rule.key,
    title: titleOf(reading, expected, judgement, aim, covers),
    ...drafted,
    expected,
    covers,
    kills: aim.kind === 'mutant' ? aim.mutant.id : null,
    breaches: playedOnce(stepsOf(drafted, 'trial 0')).breaches,
  }
}

const outOfReach: Expectation = { kind: 'wrong-log-source' }

/** Only an edit of the log source is told from the rule by an event of another one. */
function isAboutSource(aim: Aim): boolean {
  return aim.kind === 'mutant' && (aim.mutant.operator === 'drop-source' || aim.mutant.operator === 'add-source')
}

function firstMinimal(drafted: readonly Draft[], { fields }: Witness, standard: Standard): Draft | null {
  for (const draft of drafted) {
    const minimal = minimalDraft(draft, fields, standard)
    if (minimal !== null) return minimal
  }
  return null
}

/** From the most readable to the one that leaves nothing out. */
function drafts({ fields, hasKeywords }: RuleInWords, { eventId, origin, fields: own }: Witness): readonly Draft[] {
  const told = [
    ...(hasKeywords ? [] : [composedDraft(eventId, own, fields)]),
    composedDraft(eventId, own, new Set([...Object.keys(own), ...fields])),
    verbatimDraft({ origin, fields: own }),
  ]
  return told.filter((draft) => draft !== null)
}

function standardFor(reading: RuleInWords, expected: Expectation, aim: Aim, witness: Witness): Standard {
  const { rule } = reading
  const isReached = (event: Event): boolean => {
    // An event that would be silent in any log source says nothing of this one.
    if (aim.kind === 'mutant' && expected.kind === 'wrong-log-source') return firesOn(aim.after, event)
    if (aim.kind === 'mutant') return !meets(aim.after, judgeVerdict(aim.after, event), expected)
    const seen = seenIn(reading, expected, event, judge(rule, event))
    return aim.points.every((point) => seen.has(point))
  }
  const accepts = (event: Event): boolean => meets(rule, judgeVerdict(rule, event), expected) && isReached(event)
  return {
    reading,
    foreign: aim.kind === 'mutant' ? foreignIn(aim.after, reading) : [],
    accepts,
    keep: new Set(subjectsOf(reading, expected, aim)),
    holds: (draft) => {
      const drafted = draftedSteps(draft)
      const isAsGood = (made: MadeEvent) => made.breaches.length <= witness.breaches.length && accepts(made)
      try {
        if (draft.kind === 'verbatim') return isAsGood(playedOnce(stepsOf(drafted, '')))
        for (const made of playedOften((chance) => stepsOf(drafted, chance))) if (!isAsGood(made)) return false
        return true
      } catch (error) {
        if (error instanceof RecipeError) return false
        throw error
      }
    },
  }
}

function foreignIn(after: Rule, { leaves }: RuleInWords): readonly Leaf[] {
  return after.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)]).filter(({ id }) => !leaves.has(id))
}

/** What the scenario is about: the field that a value is looked for in, and the fields that are named as its cause. */
function subjectsOf(reading: RuleInWords, expected: Expectation, aim: Aim): readonly string[] {
  const parts = expected.kind === 'silent-because' ? expected.parts : []
  return [...subjectOf(reading, aim), ...parts.filter((part) => reading.fields.has(part))]
}

function subjectOf({ leaves }: RuleInWords, aim: Aim): readonly string[] {
  const leaf = aim.kind === 'points' && aim.leaf !== null ? leaves.get(aim.leaf) : undefined
  return leaf === undefined ? [] : fieldsOf(leaf)
}

function coveredBy(reading: RuleInWords, expected: Expectation, drafted: DraftedSteps): readonly PointId[] {
  const played =
    drafted.event.kind === 'verbatim'
      ? [playedOnce(stepsOf(drafted, ''))]
      : playedOften((chance) => stepsOf(drafted, chance))
  let covered: readonly PointId[] | null = null
  for (const made of played) {
    const seen = seenIn(reading, expected, made, judge(reading.rule, made))
    covered = covered === null ? [...seen] : covered.filter((point) => seen.has(point))
  }
  return [...(covered ?? [])].sort()
}

/** The points that an event covers: nothing of it was made to fit the rule, so every field is stated. */
function seenIn(
  { measures }: RuleInWords,
  expected: Expectation,
  { origin, fields }: Event,
  judgement: Judgement,
): ReadonlySet<PointId> {
  const event = { origin, fields, stated: 'every', breaches: [], time: 0 } as const
  return new Set(measures.flatMap((measure) => [...measure.seen({ expected, event, judgement })]))
}

/** A name that a reader could not see cannot be written in a step. */
function canBeNamed(expected: Expectation): boolean {
  switch (expected.kind) {
    case 'suppressed':
      return expected.filters.every((name) => visibleText(name) === name)
    case 'silent-because':
      return expected.parts.every((name) => visibleText(name) === name)
    case 'fires':
    case 'fires-via':
    case 'fires-times':
    case 'silent':
    case 'wrong-log-source':
      return true
  }
}
