// What does a leader learn in the morning: what became late, and what will be late soon?

import { type Text, text } from '../language/words.ts'
import { exerciseMark, isExercise } from '../model/exercises/exercise.ts'
import type { Instant } from '../time/instant.ts'
import { civilDate } from '../time/instant.ts'

/** A running period of an open case, as far as a digest speaks of it. */
export type DigestItem = {
  caseId: string
  number: string
  title: string
  region: Text
  clock: Text
  dueAt: Instant
  due: string
}
export type DigestContent = {
  since: Instant
  until: Instant
  late: DigestItem[]
  soon: DigestItem[]
  skipped: string[]
}

type Span = { since: Instant; at: Instant; until: Instant }
type Candidate = DigestItem & { status: string }

/** Late: ended after the last digest and up to now. Soon: still running and ending before `until`. A stopped period is neither. Exercises stand below what is real. */
export const selectDigest = (
  candidates: Candidate[],
  { since, at, until }: Span,
): Pick<DigestContent, 'late' | 'soon'> => {
  const ordered = candidates.toSorted(
    (a, b) =>
      Number(isExercise(a)) - Number(isExercise(b)) ||
      (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.number < b.number ? -1 : 1),
  )
  const item = ({ status: _, ...one }: Candidate): DigestItem => one
  const counts = ordered.filter(({ status }) => status === 'running' || status === 'overdue')
  return {
    late: counts.filter(({ dueAt }) => dueAt > since && dueAt <= at).map(item),
    soon: counts
      .filter(({ dueAt, status }) => status === 'running' && dueAt > at && dueAt <= until)
      .map(item),
  }
}

/** Nothing late, nothing soon: it stands in the product, and no mail is sent. */
export const isQuiet = ({ late, soon }: Pick<DigestContent, 'late' | 'soon'>): boolean =>
  late.length === 0 && soon.length === 0

const most = 50

const linesOf = (items: DigestItem[], language: 'zh' | 'en', base: string): string => {
  const listed = items.slice(0, most).map(({ number, title, region, clock, due, caseId }) => {
    const head = `· ${number}《${title}》${region[language]} · ${clock[language]} · ${due}`
    return `${head}\n  ${base}/case/${caseId}?tab=clocks`
  })
  const rest = items.length - listed.length
  return [
    ...listed,
    ...(rest > 0 ? [language === 'zh' ? `另有 ${rest} 件` : `and ${rest} more`] : []),
  ].join('\n')
}

/** The subject of a mail that speaks of exercises says so: of them alone, or how many of them. */
const marked = (items: DigestItem[], { zh, en }: Text): Text => {
  const drills = items.filter(isExercise).length
  if (drills === 0) return { zh, en }
  if (drills === items.length) return text(`${exerciseMark}${zh}`, `[Exercise] ${en}`)
  return text(`${zh}，其中演练 ${drills} 件`, `${en}; ${drills} of them exercises`)
}

/** Title and body of a digest; `base` is the address of the product. */
export const digestWords = (
  content: DigestContent,
  day: string,
  base: string,
): { title: Text; body: Text } => {
  const { late, soon, skipped, since } = content
  const title = isQuiet(content)
    ? text(`【智慧安监】${day} 无逾期`, `[anjian] ${day} nothing late`)
    : marked([...late, ...soon], {
        zh: `【智慧安监】${day} 新逾期 ${late.length} 件，3 个工作日内到期 ${soon.length} 件`,
        en: `[anjian] ${day} ${late.length} newly late, ${soon.length} due within 3 working days`,
      })
  const gone =
    skipped.length === 0
      ? []
      : [
          text(
            `因系统中断，未发送：${skipped.join('、')}。本次一并列出。`,
            `Not sent while the system was away: ${skipped.join(', ')}. Listed here together.`,
          ),
        ]
  const part = (zh: string, en: string, items: DigestItem[]): Text[] =>
    items.length === 0
      ? []
      : [text(`${zh}\n${linesOf(items, 'zh', base)}`, `${en}\n${linesOf(items, 'en', base)}`)]
  const quiet = isQuiet(content)
    ? [
        text(
          '无新增逾期，3 个工作日内也无到期事项；未发送邮件。',
          'Nothing became late and nothing is due within 3 working days; no mail was sent.',
        ),
      ]
    : []
  const parts = [
    ...quiet,
    ...part(`自 ${civilDate(since)} 以来新逾期：`, `Late since ${civilDate(since)}:`, late),
    ...part('3 个工作日内到期：', 'Due within 3 working days:', soon),
    ...gone,
    ...(isQuiet(content)
      ? []
      : [
          text(
            `全部：${base}/supervise/digest?date=${day}`,
            `All: ${base}/supervise/digest?date=${day}`,
          ),
        ]),
  ]
  return {
    title,
    body: text(parts.map(({ zh }) => zh).join('\n\n'), parts.map(({ en }) => en).join('\n\n')),
  }
}
