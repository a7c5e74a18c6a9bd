// May this period be paused and extended as asked, and which days does that touch?

import { type Text, text } from '../language/words.ts'
import { addMonths, civilDay, type Day } from '../time/days.ts'
import { type Extension, isContinuous, type Reckoning } from '../time/period.ts'
import type { Paused } from '../time/walk.ts'
import type { TimeLimitQuestion } from './input.ts'
import { invalid } from './parse.ts'
import { onGround } from './rules/norms.ts'
import { type PauseKind, pauseKindOf, pauseKinds } from './rules/pauses.ts'
import type { ExtensionStep, Rule } from './rules/rule.ts'
import { forceMajeureOn } from './rules/terms.ts'

export type LegalPause = Paused & { kind: PauseKind; article: Text | null; open: boolean }
export type LegalExtension = Extension & {
  at: Day
  by: number
  approver: Text | null
  /** Number of the document by which another than the office has granted it. */
  paper: string | null
  article: Text | null
  unconfirmed: Text | null
  index: number
}

/** Rules whose pauses and extensions the asker answers for. */
const isFree = (rule: Rule): boolean => rule.id === 'adhoc'

/** One pause lasts ten years at the longest: more is a slip of the pen. */
const longestPause = 120

/**
 * The pauses as days, both ends included. Refuses with `invalid-input`: an end before its beginning, a kind the rule does not know
 * (naming the rule's article), any pause of hours or of a period counted backward, more than ten years, one that ended before the period
 * began. A pause without end lasts until `asOf`. Of a case (`running`) only what can be reckoned is asked.
 */
export const readPauses = (
  rule: Rule,
  question: TimeLimitQuestion,
  running: boolean,
): LegalPause[] =>
  question.pauses.map((pause, index) => {
    const pointer = `/pauses/${index}`
    const kind = kindOfPause(rule, pause.kind, `${pointer}/kind`)
    const days = daysOfPause(pause, question)
    const reason = refuseDays(days, question, running)
    if (reason) throw invalid(`${pointer}/to`, { pointer: `${pointer}/to`, reason })
    const { from, until, open } = days
    return {
      from,
      to: open && until < from ? from : until,
      kind,
      article: articleOf(rule, kind, from),
      open,
    }
  })

const kindOfPause = (rule: Rule, name: string, pointer: string): PauseKind => {
  const kind = pauseKindOf(name)
  const refused = refusePause(rule, name, kind)
  if (refused || !kind)
    throw invalid(pointer, {
      pointer,
      reason: refused ?? text('未知的中止事由', 'Unknown kind of pause'),
    })
  return kind
}

type PauseDays = { from: Day; until: Day; open: boolean }

const daysOfPause = (
  pause: TimeLimitQuestion['pauses'][number],
  { asOf }: TimeLimitQuestion,
): PauseDays => {
  const from = civilDay(pause.from) ?? ''
  const open = pause.to === undefined || pause.to === null
  return { from, until: civilDay(pause.to ?? asOf ?? pause.from) ?? from, open }
}

const refuseDays = (
  { from, until, open }: PauseDays,
  { start }: TimeLimitQuestion,
  running: boolean,
): Text | null => {
  if (!open && until < from) return endsBefore(from, until)
  return running ? null : unlikelyPause(from, until, civilDay(start) ?? '', open)
}

const articleOf = ({ pauses }: Rule, kind: PauseKind, from: Day): Text | null =>
  kind === 'force-majeure' && pauses[kind] ? forceMajeureOn(from) : (pauses[kind] ?? null)

const endsBefore = (from: Day, until: Day): Text =>
  text(
    `中止的结束日期 ${until} 早于开始日期 ${from}`,
    `The pause ends (${until}) before it begins (${from})`,
  )

const unlikelyPause = (from: Day, until: Day, startDay: Day, open: boolean): Text | null => {
  if (until > addMonths(from, longestPause))
    return text(
      `一次中止不超过${longestPause / 12}年：${from} 至 ${until}`,
      `A pause lasts ${longestPause / 12} years at most: ${from} to ${until}`,
    )
  if (open || until > startDay) return null
  return text(
    `中止（${from} 至 ${until}）在期限起算（${startDay}）之前已经结束，请核对年份`,
    `The pause (${from} to ${until}) was over before the period began on ${startDay}: check the year`,
  )
}

const refusePause = (rule: Rule, name: string, kind: PauseKind | undefined): Text | null => {
  if (isContinuous(rule.unit))
    return text(
      '按小时计算的期限连续计算，不因任何事由中止',
      'A period in hours runs on and is never paused',
    )
  if (rule.direction === 'backward')
    return text('向前推算的期限不存在中止', 'A period counted backward cannot be paused')
  if (!kind)
    return text(
      `未知的中止事由“${name}”；可用：${allowed(rule)}`,
      `Unknown kind of pause “${name}”; known: ${allowed(rule)}`,
    )
  if (isFree(rule) || rule.pauses[kind]) return null
  const words = pauseKinds[kind]
  const on = onGround(rule.article)
  const may =
    Object.keys(rule.pauses).length === 0
      ? text('该期限没有可扣除的事由', 'it has none')
      : text(`可扣除的事由：${allowed(rule)}`, `allowed: ${allowed(rule)}`)
  return text(
    `${words.zh}不能从“${rule.title.zh}”中扣除${on.zh}；${may.zh}`,
    `${words.en} does not stop “${rule.title.en}”${on.en}; ${may.en}`,
  )
}

const allowed = (rule: Rule): string =>
  (isFree(rule) ? Object.keys(pauseKinds) : Object.keys(rule.pauses)).join(', ')

/** What has happened in a case (`running`) is not asked whether it can be meant, but for the extension that is being granted now (`granting`). */
export type Happening = { running?: boolean; granting?: boolean }

const isAsked = (index: number, count: number, { running, granting }: Happening): boolean =>
  !running || (granting === true && index === count - 1)

/**
 * The extensions in order of time with who granted them. Refuses with `invalid-input`: the rule has none, too many, or more units than
 * granted. Whether each came in time is known once the period has been reckoned: `refuseLate`.
 */
export const readExtensions = (
  rule: Rule,
  question: TimeLimitQuestion,
  happening: Happening,
): LegalExtension[] => {
  const requested = question.extensions
    .map(({ at, by, paper = null }, index) => ({ at: civilDay(at) ?? '', by, paper, index }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.index - b.index))
  const granted: LegalExtension[] = []
  for (const { at, by, paper, index } of requested) {
    const step = rule.extend[granted.length]
    const reason =
      isAsked(index, requested.length, happening) &&
      (refuseExtension(rule, { at, by }, granted) ??
        (happening.granting && paper === null ? paperWanted(step) : null))
    if (reason) throw invalid(`/extensions/${index}`, { pointer: `/extensions/${index}`, reason })
    const { by: approver = null, article = null, unconfirmed = null } = step ?? {}
    granted.push({ at, by, approver, paper, article, unconfirmed, index })
  }
  return granted
}

/** What the office may not grant itself it writes down by the document of whoever has granted it. */
const paperWanted = (step: ExtensionStep | undefined): Text | null =>
  step?.outside
    ? text(
        `须经${step.by.zh}批准，请填写批准文件文号`,
        `The ${step.by.en} grants it: give the number of the approval`,
      )
    : null

/** Why nobody may extend a period again that was extended `taken` times; null: by its rule somebody may. */
export const refuseFurtherExtension = (rule: Rule, taken: number): Text | null => {
  if (rule.direction === 'backward')
    return text('向前推算的期限不能延长', 'A period counted backward cannot be extended')
  if (isFree(rule)) return null
  const { article, title } = rule
  const on = onGround(article)
  if (rule.extend.length === 0)
    return text(`“${title.zh}”不得延长${on.zh}`, `“${title.en}” may not be extended${on.en}`)
  return taken < rule.extend.length
    ? null
    : text(
        `“${title.zh}”最多延长${rule.extend.length}次${on.zh}`,
        `“${title.en}” may be extended ${rule.extend.length} time(s) at most${on.en}`,
      )
}

const refuseExtension = (rule: Rule, { by }: Extension, granted: Extension[]): Text | null => {
  const further = refuseFurtherExtension(rule, granted.length)
  if (further || isFree(rule)) return further
  const on = onGround(rule.article)
  const may = rule.extend.slice(0, granted.length + 1).reduce((sum, { n }) => sum + n, 0)
  const total = granted.reduce((sum, one) => sum + one.by, by)
  const words = [
    `累计延长${total}超过上限${may}${on.zh}`,
    `Extended by ${total} in all, more than the ${may} allowed${on.en}`,
  ] as const
  return total > may ? text(...words) : null
}

type Course = { pauses: LegalPause[]; extensions: LegalExtension[] }

/**
 * Refuses with `invalid-input` an extension granted before the start or after the period had ended, and a pause that begins when the period
 * is over; neither where it has happened in a case.
 */
export const refuseLate = (
  { pauses, extensions }: Course,
  { pauses: requested }: TimeLimitQuestion,
  result: Reckoning,
  happening: Happening,
): void => {
  for (const [place, { at, index }] of extensions.entries()) {
    if (!isAsked(index, extensions.length, happening)) continue
    const reason = tooLate(at, result.startDay, result.stages[place]?.rolled ?? result.rolled)
    if (reason) throw invalid(`/extensions/${index}`, { pointer: `/extensions/${index}`, reason })
  }
  const index = happening.running ? -1 : pauses.findIndex(({ from }) => from > result.rolled)
  if (index < 0 || !requested[index]) return
  const { from } = pauses[index] ?? { from: '' }
  const reason = text(
    `中止开始于 ${from}，期限已于 ${result.rolled} 届满，不起作用，请核对年份`,
    `The pause begins on ${from}, after the period had ended on ${result.rolled}: it stops nothing, check the year`,
  )
  throw invalid(`/pauses/${index}/from`, { pointer: `/pauses/${index}/from`, reason })
}

const tooLate = (at: Day, startDay: Day, rolled: Day): Text | null => {
  if (at < startDay)
    return text(
      `延长决定 ${at} 早于起算日 ${startDay}`,
      `Extended on ${at}, before the start ${startDay}`,
    )
  return at > rolled
    ? text(
        `延长决定 ${at} 作出时期限已于 ${rolled} 届满`,
        `Extended on ${at}, after the period had ended on ${rolled}`,
      )
    : null
}
