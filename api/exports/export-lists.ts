// Which lists can be taken along as a file, and what stands in their columns?

import type { CaseRow } from '../../contract/case/lists.ts'
import { type CaseHit, type CasesQuery, casesList } from '../../db/cases/cases-reads.ts'
import type { ListParts } from '../../db/keyset.ts'
import {
  type LicenceHit,
  type LicenceQuery,
  licenceList,
} from '../../db/licences/licences-reads.ts'
import { type InboxRead, inboxList, toHit } from '../../db/tasks/inbox-reads.ts'
import { type WallHit, wallList } from '../../db/tasks/wall-reads.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Audience } from '../../domain/model/audience.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { fieldWords } from '../../domain/registers/entry.ts'
import { licenceRegister } from '../../domain/registers/licences/register.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { InboxBox } from '../../domain/views/case-views.ts'
import { caseRow, inboxRow } from '../case/case-list.ts'
import type { Deps } from '../http/deps.ts'
import type { Cell, Column } from '../http/sheet.ts'
import { licenceRow } from '../licences/licences.ts'
import { laneOf, type WallFilter, wallQueryOf } from '../supervision/supervision.ts'

export type Language = 'zh' | 'en'
export type Eyes = {
  deps: Deps
  decisionContext: DecisionContext
  reader: Audience
  lang: Language
}

/** One list: its name, its columns, where its rows come from and what stands in them; null for a row that has gone meanwhile. */
export type ExportList<Row = never> = {
  id: 'cases' | 'inbox' | 'clocks' | 'licences'
  title: Text
  columns: ColumnWords[]
  parts: ListParts
  cells: (row: Row, eyes: Eyes) => Cell[] | null
}
type ColumnWords = { words: Text; width: number; kind: Column['kind'] }

export const columnsIn = (list: Pick<ExportList, 'columns'>, lang: Language): Column[] =>
  list.columns.map(({ words, width, kind }) => ({ header: words[lang], width, kind }))

const declared = (words: Text, width: number, kind: Column['kind'] = 'text'): ColumnWords => ({
  words,
  width,
  kind,
})
const column = (zh: string, en: string, width: number, kind?: Column['kind']): ColumnWords =>
  declared(text(zh, en), width, kind)
/** A field of the register of licences, in its own words. */
const columnOf = (
  name: keyof typeof licenceRegister.fields,
  width: number,
  kind?: Column['kind'],
): ColumnWords => declared(fieldWords(licenceRegister, name), width, kind)

const head = [
  column('编号', 'Number', 22),
  column('事项', 'Matter', 40),
  column('企业', 'Enterprise', 32),
  column('地区', 'Region', 12),
]
const standing = [column('环节', 'Step', 24), column('级别', 'Level', 14)]
const due = [column('办理期限', 'Time limit', 12, 'date'), column('剩余时间', 'Time left', 22)]

/** As the marks of the list say them. */
const levels: Record<number, Text> = {
  1: text('一级（红）', 'Level 1 (red)'),
  2: text('二级（橙）', 'Level 2 (orange)'),
  3: text('三级（黄）', 'Level 3 (yellow)'),
  4: text('四级（蓝）', 'Level 4 (blue)'),
}

type RowValues = Pick<
  CaseRow,
  'number' | 'title' | 'enterprise' | 'region' | 'state' | 'level' | 'due'
>

const headOf = ({ number, title, enterprise, region }: RowValues, lang: Language): Cell[] => [
  number,
  title,
  enterprise,
  region[lang],
]
const standingOf = ({ state, level }: RowValues, lang: Language): Cell[] => [
  state[lang],
  level === null ? null : (levels[level]?.[lang] ?? null),
]
const dueOf = ({ due }: RowValues, lang: Language): Cell[] => [
  due?.date ?? null,
  due?.words[lang] ?? null,
]

/** The list of cases as the screen shows it to this reader. */
export const casesExport = (
  query: Pick<CasesQuery, 'process' | 'status' | 'q'>,
): ExportList<CaseHit> => ({
  id: 'cases',
  title: text('案件清单', 'Cases'),
  columns: [
    ...head,
    ...standing,
    column('立案日期', 'Opened', 12, 'date'),
    ...due,
    column('办结日期', 'Closed', 12, 'date'),
  ],
  parts: casesList(query),
  cells: (hit, { deps, decisionContext, reader, lang }) => {
    if (!hit.record) return null
    const row = caseRow(deps, hit, decisionContext, reader)
    const [date, left] = row.status === 'open' ? dueOf(row, lang) : [null, null]
    const closed = row.closedAt === null ? null : civilDate(row.closedAt)
    return [
      ...headOf(row, lang),
      ...standingOf(row, lang),
      civilDate(row.openedAt),
      date ?? null,
      left ?? null,
      closed,
    ]
  },
})

const boxWords: Record<InboxBox, Text> = {
  todo: text('待办', 'To do'),
  pool: text('待领', 'To claim'),
  done: text('已办', 'Done'),
  mine: text('我发起', 'Started by me'),
  cc: text('抄送', 'Copies'),
}

/** One box of a person. */
export const inboxExport = (
  person: Person,
  query: { box: InboxBox; process: string | null },
): ExportList<InboxRead> => ({
  id: 'inbox',
  title: boxWords[query.box],
  columns: [
    ...head,
    column('任务', 'Task', 24),
    ...standing,
    column('办理人', 'Handler', 12),
    column('收到日期', 'Arrived', 12, 'date'),
    ...due,
  ],
  parts: inboxList(person, query),
  cells: (read, { deps, decisionContext, reader, lang }) => {
    if (!read.record) return null
    const row = inboxRow(deps, toHit(read), decisionContext, reader)
    return [
      ...headOf(row, lang),
      row.task?.[lang] ?? null,
      ...standingOf(row, lang),
      row.assignee,
      civilDate(row.openedAt),
      ...dueOf(row, lang),
    ]
  },
})

/** The register of licences, the first to end first. */
export const licencesExport = (query: LicenceQuery): ExportList<LicenceHit> => ({
  id: 'licences',
  title: licenceRegister.title,
  columns: [
    declared(licenceRegister.entry, 24),
    column('编号', 'Number', 26),
    columnOf('holder', 32),
    column('地区', 'Region', 12),
    columnOf('scope', 40),
    columnOf('mode', 20),
    columnOf('premises', 32),
    columnOf('validFrom', 12, 'date'),
    columnOf('validUntil', 12, 'date'),
    column('状态', 'Status', 16),
    column('状态日期', 'Since', 12, 'date'),
  ],
  parts: licenceList(query),
  cells: (hit, { deps, decisionContext, lang }) => {
    if (!hit.id) return null
    const row = licenceRow(deps.processes, hit, civilDate(decisionContext.at))
    return [
      row.kind[lang],
      row.number,
      row.holder,
      row.region[lang],
      row.scope,
      row.mode,
      row.premises,
      row.validFrom,
      row.validUntil,
      row.words[lang],
      row.since,
    ]
  },
})

/** The wall of running limits, soonest first. */
export const clocksExport = (filter: WallFilter, at: string): ExportList<WallHit> => ({
  id: 'clocks',
  title: text('时限与升级', 'Limits and escalation'),
  columns: [
    ...head,
    ...standing,
    column('时限', 'Limit', 24),
    column('依据', 'Article', 28),
    column('起算日期', 'Started', 12, 'date'),
    ...due,
    column('已告知', 'Told', 30),
    column('下一步', 'Next', 34),
  ],
  parts: wallList(wallQueryOf(filter, at)),
  cells: (hit, { deps, decisionContext, lang }) => {
    const lane = hit.record ? laneOf(deps, hit, decisionContext) : null
    if (!lane) return null
    const recipientCount = lane.escalationLevels
      .filter(({ recipientCount: people }) => people > 0)
      .map(({ words, recipientCount: people }) => `${words[lang]} (${people})`)
    return [
      ...headOf(lane, lang),
      ...standingOf(lane, lang),
      lane.clock.words[lang],
      lane.clock.article,
      civilDate(lane.clock.startedAt),
      ...dueOf(lane, lang),
      recipientCount.join('；') || null,
      lane.next?.words[lang] ?? null,
    ]
  },
})
