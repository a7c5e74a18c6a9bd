// Which registers are kept in the tests: one of enterprises, open in part to everybody, and one of the authorities alone?
import { text } from '../../domain/language/words.ts'
import { committedRules } from '../../domain/law/rule-book.ts'
import { field } from '../../domain/model/field.ts'
import { defineRegister, type Register } from '../../domain/registers/define.ts'
import { duesOf, firstOpen } from '../../domain/registers/due-days.ts'
import type { EntryData } from '../../domain/registers/entry.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

const chief = { role: 'section-chief', office: 'enforcement', level: 'county' } as const
const inspector = { role: 'inspector', office: 'enforcement', level: 'county' } as const

export const tanks = defineRegister({
  id: 'toy-tanks',
  title: text('试验储罐登记簿', 'Register of toy tanks'),
  entry: text('试验储罐', 'Toy tank'),
  summary: text('试验用。', 'For tests.'),
  basis: '试验',
  number: { word: '罐册' },
  owner: 'enterprise',
  fields: {
    name: field.text('名称', 'Name').shownTo('party', 'public'),
    volume: field.integer('容积', 'Volume', 1, 1_000).shownTo('party'),
    checkBy: field.date('下次检验', 'Next check').optional().shownTo('party'),
    remark: field.longText('监管备注', 'Remark').optional(),
  },
  name: 'name',
  columns: ['volume', 'remark'],
  due: [{ field: 'checkBy' }],
  standings: {
    'in-use': { words: text('在用', 'In use') },
    scrapped: { words: text('报废', 'Scrapped'), over: true },
  },
  propose: [{ role: 'enterprise-safety', office: 'enterprise' }, inspector, chief],
  confirm: [chief],
})

export const ponds = defineRegister({
  id: 'toy-ponds',
  title: text('试验水池登记簿', 'Register of toy ponds'),
  entry: text('试验水池', 'Toy pond'),
  summary: text('试验用。', 'For tests.'),
  basis: '试验',
  number: { pattern: /^P-\d{4}$/, hint: text('P-加四位数字', 'P- and four digits') },
  owner: 'authority',
  fields: { name: field.text('名称', 'Name'), depth: field.integer('水深', 'Depth', 0, 100) },
  name: 'name',
  columns: ['depth'],
  standings: { watched: { words: text('监测中', 'Watched') } },
  propose: [inspector],
  confirm: [chief],
})

export const toys = { [tanks.id]: tanks, [ponds.id]: ponds }

/** Calendars and rules as they are committed, on a day of the tests. */
export const openBooks = {
  calendars: decreeCalendars,
  rules: committedRules,
  today: '2026-03-02',
}

/** By when something is next to be done of an entry, as it is read on a day. */
export const nextDay = (
  register: Register,
  entry: { data: EntryData; standing: string },
  today: string = openBooks.today,
): string | undefined => firstOpen(duesOf(register, entry), today)?.day
