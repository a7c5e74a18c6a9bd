// On which penalties does the proposal to close an enterprise with this hazard rest, and may it be made (安全法 113)?
import { text } from '../language/words.ts'
import type { Law, PastDefinition } from '../model/decision-context.ts'
import { isCivilDate } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { citySupervisor } from '../organisation/addresses.ts'
import { closureAnswerDated } from '../penalties/closure-answered.ts'
import { closureCount } from '../penalties/closure-count.ts'
import { notProposedElsewhere } from '../penalties/proposed.ts'
import { penaltiesIn } from '../penalties/standing.ts'
import type { Day } from '../time/days.ts'
import { civilDate } from '../time/instant.ts'
import type { HazardContext, HazardRule } from './memory/context.ts'

/** Whom else it concerns that a stop was lifted or a hazard has gone while the government considers a closure. */
export const followersOfClosure = ({ closureProposed }: Record<string, unknown>) =>
  closureProposed === true ? [citySupervisor] : []

/** Penalties in force of the same enterprise. */
export const pastPenalties: PastDefinition = { of: [{ process: 'enforcement-case' }] }

const writtenIn = ({ penalties }: Record<string, unknown>): Day[] =>
  Array.isArray(penalties) ? penalties.filter(isCivilDate) : []

type Known = Partial<Law> & { at?: string; data?: Record<string, unknown> }

/** Those that the product knows, and days of before it that somebody has written down. */
export const closureCountOf = (
  { grade }: Pick<HazardContext, 'grade'>,
  { data = {}, at, ...law }: Known,
) =>
  closureCount(
    {
      penalties: penaltiesIn(law.past ?? []),
      written: writtenIn(data),
      majorHazard: grade === 'major',
      ...(at === undefined ? {} : { asOf: civilDate(at) }),
    },
    law,
  )

export const closureStated: NonNullable<EventDefinition['states']> = ({ snapshot }, event) => ({
  closureReckoning:
    event.data.ground === 'penalties'
      ? closureCountOf({ grade: snapshot.context.grade === 'major' ? 'major' : null }, event)
          .reckoning
      : [],
})

/** Since the product keeps cases of an enterprise it knows its penalties itself. */
const onlyOfBefore: HazardRule = ({ event }) => {
  const first = event.past?.[0]
  const since = first ? civilDate(first.openedAt) : civilDate(event.at)
  const later = writtenIn(event.data).find((one) => (first ? one >= since : one > since))
  return (
    later === undefined ||
    text(
      `${later}：只能填写本平台启用前的处罚，${since}起的处罚由平台核算`,
      `${later}: only penalties of before the platform are written down; from ${since} on it counts them itself`,
    )
  )
}

const reached: HazardRule = ({ context, event }) => {
  const { reached: may, reckoning } = closureCountOf(context, event)
  if (may) return true
  const said = (language: 'zh' | 'en') => reckoning.map((one) => one[language]).join('；')
  return text(
    `${said('zh')}（安全生产法第一百一十三条）`,
    `${said('en')} (Work Safety Law art. 113)`,
  )
}

/** The other grounds are for whoever signs the proposal. */
export const closureLawful: HazardRule = (input) => {
  const once = notProposedElsewhere(input.event.past)
  if (once !== true) return once
  if (input.event.data.ground !== 'penalties') return true
  const ofBefore = onlyOfBefore(input)
  return ofBefore === true ? reached(input) : ofBefore
}

export const closureDated: HazardRule = ({ context, event }) =>
  closureAnswerDated(event.data.decidedOn, {
    proposedOn: context.closureProposedOn ?? null,
    today: civilDate(event.at),
  })
