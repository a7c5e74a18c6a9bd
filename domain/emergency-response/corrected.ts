// What does the chart remember of a first report that is corrected: its moments, its numbers, and what they bring?
import type { CorrectedContext } from '../model/decision-context.ts'
import { type EmergencyContext, momentIn } from './context.ts'
import { atOtherDay, isOtherLaw } from './event/counted-law.ts'
import { accidentOf, figureNames, figuresIn } from './event/figures.ts'
import { outweighsWaiver } from './event/waivers.ts'

/** What was taken from the moment at which the desk was told, and is corrected with it. */
const sinceReceipt = [
  'unitReportedAt',
  'cityReceivedAt',
  'countyOwesSince',
  'countyPhoneSince',
  'cityOwesSince',
  'cityInformsSince',
] as const

/** 更正: moments from which periods count, where the first report was wrong about them. */
export const corrected: CorrectedContext = ({ snapshot }, { type, was, is }, law) => {
  if (type !== 'report-emergency') return {}
  const [happenedAt, toldAt, receivedAt] = ['happenedAt', 'toldAt', 'receivedAt'].map((name) =>
    momentIn({ data: is }, name),
  )
  const before = momentIn({ data: was }, 'receivedAt')
  const followed = sinceReceipt.filter(
    (name) => before !== null && snapshot.context[name] === before,
  )
  const context = snapshot.context as EmergencyContext
  return {
    ...correctedFigures(context, happenedAt ? atOtherDay(happenedAt, context, law) : {}, was, is),
    ...(toldAt ? { toldAt } : {}),
    ...(receivedAt
      ? { receivedAt, ...Object.fromEntries(followed.map((name) => [name, receivedAt])) }
      : {}),
  }
}

/** A number of the first report that still stands; one that was counted anew since is not touched. */
const correctedFigures = (
  { figures, ...before }: EmergencyContext,
  day: ReturnType<typeof atOtherDay> | Record<string, never>,
  was: Record<string, unknown>,
  is: Record<string, unknown>,
): Partial<EmergencyContext> => {
  const [wrong, right] = [figuresIn(was), figuresIn(is)]
  const changed = figureNames.filter(
    (name) => wrong[name] !== right[name] && figures[name] === wrong[name],
  )
  const counted = { ...before, ...day }
  if (changed.length === 0 && !isOtherLaw(before, counted)) return day
  const now = { ...figures, ...Object.fromEntries(changed.map((name) => [name, right[name]])) }
  // Of what waives no longer what was waived the chart has to hear: it is recorded, not corrected.
  if (outweighsWaiver(now, figures, { ...before, ...day })) return day
  const { level, grave } = accidentOf(now, counted)
  return { ...day, figures: now, accidentLevel: level, grave, ...owedOnceCorrected(before, grave) }
}

/** What was grave from the first is owed to those above since the receipt; what never was, is not. */
const owedOnceCorrected = (
  { origin, receivedAt, cityReceivedAt, grave: wasGrave }: Omit<EmergencyContext, 'figures'>,
  grave: boolean,
): Partial<EmergencyContext> =>
  grave === wasGrave
    ? {}
    : {
        rose: grave,
        owing: grave && cityReceivedAt !== null,
        countyPhoneSince: grave && origin === 'county' ? receivedAt : null,
        cityOwesSince: grave ? cityReceivedAt : null,
      }
