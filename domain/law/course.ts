// May this period be paused and extended as asked, and which days does that touch?
import { type Extension, isContinuous, type Period, reckon } from '../calendar/count.ts'
import { civilDay, type Day } from '../calendar/days.ts'
import type { Paused } from '../calendar/walk.ts'
import { type Text, text } from '../case/words.ts'
import type { TimeLimitQuestion } from './input.ts'
import { invalid } from './parse.ts'
import { type PauseKind, pauseKindOf, pauseKinds } from './pauses.ts'
import type { Rule } from './rule.ts'

export type LegalPause = Paused & { kind: PauseKind; article: Text | null; open: boolean }
export type LegalExtension = Extension & { at: Day; by: number; approver: Text | null; article: Text | null }

/** Rules whose pauses and extensions the asker answers for. */
const isFree = (rule: Rule): boolean => rule.id === 'adhoc'

/**
 * The pauses as days, both ends included. Refuses with `invalid-input`: an end before its beginning, a kind the rule does not know
 * (naming the rule's article), any pause of hours or of a period counted backward. A pause without end lasts until `asOf`.
 */
export const readPauses = (rule: Rule, { pauses, asOf }: TimeLimitQuestion): LegalPause[] =>
  pauses.map((pause, index) => {
    const pointer = `/pauses/${index}`
    const kind = pauseKindOf(pause.kind)
    const refused = refusePause(rule, pause.kind, kind)
    if (refused || !kind)
      throw invalid(`${pointer}/kind`, { pointer: `${pointer}/kind`, reason: refused ?? text('未知的中止事由', 'Unknown kind of pause') })
    const from = civilDay(pause.from) ?? ''
    const open = pause.to === undefined || pause.to === null
    const until = civilDay(pause.to ?? asOf ?? pause.from) ?? from
    if (!open && until < from) {
      throw invalid(`${pointer}/to`, {
        pointer: `${pointer}/to`,
        reason: text(`中止的结束日期 ${until} 早于开始日期 ${from}`, `The pause ends (${until}) before it begins (${from})`),
      })
    }
    return { from, to: open && until < from ? from : until, kind, article: rule.pauses[kind] ?? null, open }
  })

const refusePause = (rule: Rule, name: string, kind: PauseKind | undefined): Text | null => {
  if (isContinuous(rule.unit)) return text('按小时计算的期限连续计算，不因任何事由中止', 'A period in hours runs on and is never paused')
  if (rule.direction === 'backward') return text('向前推算的期限不存在中止', 'A period counted backward cannot be paused')
  if (!kind) return text(`未知的中止事由“${name}”；可用：${allowed(rule)}`, `Unknown kind of pause “${name}”; known: ${allowed(rule)}`)
  if (isFree(rule) || rule.pauses[kind]) return null
  const words = pauseKinds[kind]
  const may =
    Object.keys(rule.pauses).length === 0
      ? text('该期限没有可扣除的事由', 'it has none')
      : text(`可扣除的事由：${allowed(rule)}`, `allowed: ${allowed(rule)}`)
  return text(
    `${words.zh}不能从“${rule.title.zh}”（${rule.article.zh}）中扣除；${may.zh}`,
    `${words.en} does not stop “${rule.title.en}” (${rule.article.en}); ${may.en}`,
  )
}

const allowed = (rule: Rule): string => (isFree(rule) ? Object.keys(pauseKinds) : Object.keys(rule.pauses)).join(', ')

/**
 * The extensions in order of time with who granted them. Refuses with `invalid-input`: the rule has none, too many, more units than
 * granted, one granted before the start or after the period had ended.
 */
export const readExtensions = (rule: Rule, question: TimeLimitQuestion, period: Period): LegalExtension[] => {
  const asked = question.extensions
    .map(({ at, by }, index) => ({ at: civilDay(at) ?? '', by, index }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.index - b.index))
  const granted: LegalExtension[] = []
  for (const { at, by, index } of asked) {
    const step = rule.extend[granted.length]
    const reason = refuseExtension(rule, { at, by }, granted) ?? tooLate(at, { ...period, extensions: granted })
    if (reason) throw invalid(`/extensions/${index}`, { pointer: `/extensions/${index}`, reason })
    granted.push({ at, by, approver: step?.by ?? null, article: step?.article ?? null })
  }
  return granted
}

const refuseExtension = (rule: Rule, { by }: Extension, granted: Extension[]): Text | null => {
  if (rule.direction === 'backward') return text('向前推算的期限不能延长', 'A period counted backward cannot be extended')
  if (isFree(rule)) return null
  const { article, title } = rule
  if (rule.extend.length === 0) return text(`“${title.zh}”（${article.zh}）不得延长`, `“${title.en}” (${article.en}) may not be extended`)
  if (granted.length >= rule.extend.length)
    return text(
      `“${title.zh}”最多延长${rule.extend.length}次（${article.zh}）`,
      `“${title.en}” may be extended ${rule.extend.length} time(s) at most (${article.en})`,
    )
  const may = rule.extend.slice(0, granted.length + 1).reduce((sum, { n }) => sum + n, 0)
  const total = granted.reduce((sum, one) => sum + one.by, by)
  const words = [
    `累计延长${total}超过上限${may}（${article.zh}）`,
    `Extended by ${total} in all, more than the ${may} allowed (${article.en})`,
  ] as const
  return total > may ? text(...words) : null
}

const tooLate = (at: Day, period: Period): Text | null => {
  const { startDay, rolled } = reckon(period)
  if (at < startDay) return text(`延长决定 ${at} 早于起算日 ${startDay}`, `Extended on ${at}, before the start ${startDay}`)
  return at > rolled
    ? text(`延长决定 ${at} 作出时期限已于 ${rolled} 届满`, `Extended on ${at}, after the period had ended on ${rolled}`)
    : null
}
