// Where does an alarm stand, in a few lines drawn from what the case page says already?

import type { CaseView } from '../../contract/case/cases.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { FactField } from '../../domain/views/answers/fact-views.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { filled, type Items, type Line, type Standing } from '../record/standing-lines.ts'
import { alarmWords as w } from './words.ts'

type One = Standing & Pick<CaseView, 'title'>
type History = (Items[number] & Partial<Pick<TimelineItem, 'title'>>)[]
/** How a moment is written. */
type ShowMoment = (at: string) => string

const empty = text('', '')
const fieldText = (fields: FactField[], name: string): Text | null =>
  fields.find((one) => one.name === name)?.value ?? null

export const standingOf = (one: One, items: History, showMoment: ShowMoment): Line[] => [
  ...(one.title.startsWith('【演练】')
    ? [{ label: w.exercise, value: w.exerciseText, warn: true as const }]
    : []),
  ...device(one),
  ...latest(items),
  ...items
    .filter(({ type }) =>
      ['acknowledged-at-plant', 'shelved-at-plant', 'acknowledge-at-enterprise'].includes(type),
    )
    .slice(-1)
    .map(({ title }) => ({ label: w.plant, value: title ?? empty })),
  ...aside(one, showMoment),
  ...nextCall(one, showMoment),
]

const device = ({ facts }: One): Line[] => {
  const [name, point, value, limit] = ['device', 'point', 'value', 'limit'].map((field) =>
    fieldText(facts, field),
  )
  const unit = fieldText(facts, 'unit') ?? empty
  return [
    ...(name && point
      ? [{ label: w.device, value: filled(w.deviceText, { device: name, point }) }]
      : []),
    ...(value
      ? [
          {
            label: w.value,
            value: limit
              ? filled(w.valueText, { value, unit, limit })
              : filled(w.valueOnly, { value, unit }),
          },
        ]
      : []),
  ]
}

const latest = (items: History): Line[] => {
  const last = items
    .filter(({ type }) =>
      [
        'escalate',
        'return-to-normal',
        'declared-over',
        're-alarm',
        'lose-quality',
        'regain-quality',
      ].includes(type),
    )
    .at(-1)
  if (!last?.title) return []
  const [value, by, reason] = ['value', 'by', 'reason'].map((name) => fieldText(last.fields, name))
  const at = fieldText(last.fields, 'at') ?? empty
  const what = last.title
  if (by && reason)
    return [{ label: w.latest, value: filled(w.latestDeclared, { what, by, reason, at }) }]
  return [
    {
      label: w.latest,
      value: value ? filled(w.latestText, { what, value, at }) : filled(w.latestOnly, { what, at }),
    },
  ]
}

const aside = ({ clocks }: One, showMoment: ShowMoment): Line[] =>
  clocks
    .filter(
      ({ clock, now }) => now && ['shelving', 'suppression', 'out-of-service'].includes(clock),
    )
    .map(({ words, dueAt }) => ({
      label: w.aside,
      value: filled(w.asideText, { what: words, at: same(showMoment(dueAt)) }),
      warn: true as const,
    }))

/** Whom the escalation policy calls next. */
const nextCall = ({ clocks }: One, showMoment: ShowMoment): Line[] => {
  const next = clocks
    .filter(({ clock, now }) => now && clock.startsWith('acknowledge-'))
    .flatMap(({ escalationLevels }) =>
      escalationLevels.filter(({ status }) => status === 'planned'),
    )
    .sort((a, b) => (a.plannedAt < b.plannedAt ? -1 : 1))[0]
  return next
    ? [
        {
          label: w.call,
          value: filled(w.callText, { at: same(showMoment(next.plannedAt)), who: next.words }),
        },
      ]
    : []
}

const same = (value: string): Text => text(value, value)
