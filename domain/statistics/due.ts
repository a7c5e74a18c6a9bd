// By when is a report of statistics due, which are due about now, and how are those told who have not sent theirs?
import { canonical, sha256 } from '../identity/commands.ts'
import { type Text, text } from '../language/words.ts'
import { computeTimeLimit } from '../law/compute.ts'
import type { RuleBook } from '../law/rule-book.ts'
import type { StatisticsDefinition } from '../model/statistics-definition.ts'
import type { CalendarSet } from '../time/calendar.ts'
import { addDays, type Day } from '../time/days.ts'
import { lastQuarter, type Period, periodOf } from './period.ts'
import { type ReportStatus, reportStatuses } from './reports.ts'

type Books = { calendars: CalendarSet; rules: RuleBook }

/** 令16 第14条: the last day on which the report of a period is in time. */
export const reportDue = (
  { due: rule }: Pick<StatisticsDefinition, 'due'>,
  { kind, last }: Pick<Period, 'kind' | 'last'>,
  { calendars, rules }: Books,
): { date: Day; provisional: boolean } => {
  const { due, provisional } = computeTimeLimit({ rule: rule[kind], start: last }, calendars, {
    rules,
  })
  return { date: due.slice(0, 10), provisional }
}

/** A report that every enterprise makes now. */
export type ReportNow = { process: string; title: Text; period: Period; due: Day }

const weekDays = 7
/** What has not come so long after its day is a matter of supervision, not of a reminder. */
const forgottenDays = 15

type Reporting = { id: string; statistics?: StatisticsDefinition }

/** Those of the quarter and of the year that ended last, until a fortnight after their day. */
export const reportsNow = (
  processes: readonly Reporting[],
  today: Day,
  books: Books,
): ReportNow[] =>
  processes.flatMap(({ id, statistics }) =>
    statistics === undefined
      ? []
      : [lastQuarter(today), String(Number(today.slice(0, 4)) - 1)].flatMap((asked) => {
          const period = periodOf(asked)
          if (!period) return []
          const due = reportDue(statistics, period, books).date
          return today <= addDays(due, forgottenDays)
            ? [{ process: id, title: statistics.title, period, due }]
            : []
        }),
  )

/** Whose report it is: of an enterprise, or of the authorities of a region. */
export type Reporter = { id: string; name: Text; of: 'enterprise' | 'region' }

/** A report that has not been sent, and how it stands. `below`: told to the authority that waits for it. */
export type Unreported = {
  report: ReportNow
  reporter: Reporter
  status: ReportStatus
  below?: true
}

type Stage = 'open' | 'week' | 'passed'
/** Each is told once: when the period has ended, a week before the day, and when that has passed. */
const stageOf = ({ due }: Pick<ReportNow, 'due'>, today: Day): Stage => {
  if (due < today) return 'passed'
  return due <= addDays(today, weekDays) ? 'week' : 'open'
}

/** What has not come by its day is told to whoever waits for it as well. */
export const isLate = ({ due }: ReportNow, today: Day): boolean =>
  stageOf({ due }, today) === 'passed'

/** What a message rests on: the same is not told again, a report that was returned is. */
export const printOfUnreported = (missing: readonly Unreported[], today: Day): string =>
  sha256(
    canonical(
      missing.map(({ report, reporter, status }) => [
        report.process,
        report.period.id,
        reporter.id,
        status === 'returned',
        stageOf(report, today),
      ]),
    ),
  ).slice(0, 16)

const stageWords: Record<Stage, Text> = {
  open: text('前报送', 'is its last day'),
  week: text('前报送，一周内到期', 'is its last day, within a week'),
  passed: text('已逾期', 'has passed'),
}

const lineOf = (
  { report, reporter: { id, name, of }, status, below }: Unreported,
  { today, base }: { today: Day; base: string },
): Text => {
  const [stage, stands] = [stageWords[stageOf(report, today)], reportStatuses[status]]
  const { period, due, title } = report
  const page = of === 'enterprise' ? '/e/statistics?' : `/statistics?region=${id}&`
  const link = `\n  ${base}${page}period=${period.id}`
  const press = below ? text('，请督促', '; press for it') : text('', '')
  return text(
    `· ${name.zh} ${period.words.zh}《${title.zh}》：${due}${stage.zh}（${stands.zh}）${press.zh}${link}`,
    `· ${name.en}, ${title.en}, ${period.words.en}: ${due} ${stage.en} (${stands.en})${press.en}${link}`,
  )
}

/** The mail to whoever signs or sends them; `base`: the address of the product. */
export const unreportedMail = (
  missing: readonly Unreported[],
  where: { today: Day; base: string },
): { title: Text; body: Text } => {
  const lines = missing.map((one) => lineOf(one, where))
  const passed = missing.filter(({ report }) => report.due < where.today).length
  return {
    title: text(
      `【智慧安监】${where.today} 统计分析表待报送 ${missing.length} 份，其中已逾期 ${passed} 份`,
      `[anjian] ${where.today} ${missing.length} reports of statistics to be sent, ${passed} of them late`,
    ),
    body: text(
      `由主要负责人签署后报送（无隐患的也须报送）：\n${lines.map(({ zh }) => zh).join('\n')}`,
      `Signed by the principal and then sent, also where nothing was found:\n${lines.map(({ en }) => en).join('\n')}`,
    ),
  }
}
