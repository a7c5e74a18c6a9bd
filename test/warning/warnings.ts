// Which warnings do the tests send?
import fc from 'fast-check'
import { categories } from '../../domain/duty/cap-categories.ts'
import { around, district } from '../../domain/warning/area.ts'
import { certainties, responses, urgencies } from '../../domain/warning/cap-shape.ts'
import { identifierOf, type Office } from '../../domain/warning/identifier.ts'
import type { Reference, Warning } from '../../domain/warning/warning.ts'

export const office: Office = {
  region: '330800',
  organisation: '125',
  unit: '001',
  extension: '00',
}
export const sent = new Date('2026-11-26T12:05:09.400Z')
export const earlier: Reference = {
  sender: 'anjian.qz.gov.cn',
  identifier: identifierOf(office, new Date('2026-11-26T11:00:00Z'), 1),
  sent: new Date('2026-11-26T11:00:00Z'),
}

export const gasLeak: Warning = {
  identifier: identifierOf(office, sent, 7),
  sender: 'anjian.qz.gov.cn',
  sent,
  origin: { synthetic: false, status: 'Actual' },
  scope: { scope: 'Restricted', restriction: '仅供应急管理部门' },
  course: { type: 'Alert' },
  incident: null,
  level: 1,
  category: 'CBRNE',
  event: '可燃气体泄漏',
  eventCode: null,
  responses: ['Monitor'],
  urgency: 'Immediate',
  certainty: 'Observed',
  onset: new Date('2026-11-26T12:05:00Z'),
  expires: null,
  senderName: '衢州市应急管理局',
  headline: '可燃气高高报',
  description: '一号罐 可燃气 60%LEL',
  instruction: null,
  areas: [around([118.87, 28.97], 0.5, '柯城区一号罐周边', '330802'), district('330803', '衢江区')],
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('<b>&"\'', ']]>', '<!DOCTYPE x>', '\r\n\t', '', '柯城区'),
)
const moment = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2099-01-01'),
  noInvalidDate: true,
})
const place = fc.tuple(
  fc.double({ min: 73, max: 135, noNaN: true }),
  fc.double({ min: 3, max: 54, noNaN: true }),
)
const areas = fc.array(
  fc.oneof(
    fc
      .tuple(place, fc.double({ min: 0, max: 50, noNaN: true }), text)
      .map(([at, km, words]) => around(at, km, words, null)),
    fc.constantFrom('330802', '330803', '330881', '330871').map((code) => district(code, code)),
  ),
  { maxLength: 3 },
)
const course: fc.Arbitrary<Warning['course']> = fc.oneof(
  fc.constant({ type: 'Alert' as const }),
  fc.record({
    type: fc.constantFrom('Update' as const, 'Cancel' as const),
    references: fc.constant<[Reference]>([earlier]),
  }),
)

/** Any warning at all of one origin. */
export const anyWarning = (origin: fc.Arbitrary<Warning['origin']>): fc.Arbitrary<Warning> =>
  fc.record({
    identifier: moment.map((at) => identifierOf(office, at, 3)),
    sender: fc.constant('anjian.qz.gov.cn'),
    sent: moment,
    origin,
    scope: fc.oneof(
      fc.constant({ scope: 'Public' as const }),
      fc.record({ scope: fc.constant('Restricted' as const), restriction: text }),
      fc.record({
        scope: fc.constant('Private' as const),
        addresses: fc.array(text, { minLength: 1, maxLength: 3 }),
      }),
    ),
    course,
    incident: fc.option(text),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    category: fc.constantFrom(...categories),
    event: text,
    eventCode: fc.option(fc.record({ valueName: text, value: text })),
    responses: fc.uniqueArray(fc.constantFrom(...responses), { maxLength: 3 }),
    urgency: fc.constantFrom(...urgencies),
    certainty: fc.constantFrom(...certainties),
    onset: fc.option(moment),
    expires: fc.option(moment),
    senderName: text,
    headline: text,
    description: text,
    instruction: fc.option(text),
    areas,
  })
