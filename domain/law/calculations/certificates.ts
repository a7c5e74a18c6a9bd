// When must a certificate be reviewed, a cylinder be inspected, a dishonest unit be taken off the list?
import * as v from 'valibot'
import { text } from '../../language/words.ts'
import { addDays, addMonths } from '../../time/days.ts'
import { day, invalid } from '../parse.ts'
import { calculation, doubts, period } from './calculation.ts'

const windows = {
  'special-operation': 'training.review-window',
  'construction-staff': 'training.construction-staff-renewal',
} as const

/** 令30 Art 22: a window, not a latest day; first and last day included. */
export const certificateReviewWindow = calculation(
  'certificate-review-window',
  text('证书复审申请窗口', 'Review window of a certificate'),
  [['order30', '22']],
  v.strictObject({
    certificate: v.optional(
      v.picklist(Object.keys(windows) as (keyof typeof windows)[]),
      'special-operation',
    ),
    expires: day,
    filed: v.optional(v.nullable(day), null),
  }),
  ({ certificate, expires, filed }, law) => {
    const limit = period(law, windows[certificate], { expires })
    const from = limit.window?.from ?? limit.nominal
    const verdict =
      filed === null
        ? null
        : filed < from
          ? ('too-early' as const)
          : filed > expires
            ? ('late' as const)
            : ('in-time' as const)
    const words = {
      'too-early': text('过早', 'too early'),
      late: text('逾期', 'late'),
      'in-time': text('在窗口内', 'inside the window'),
    }
    return {
      from,
      to: expires,
      verdict,
      reckoning: [
        limit.explanation,
        ...(verdict
          ? [text(`${filed}申请：${words[verdict].zh}`, `Filed on ${filed}: ${words[verdict].en}`)]
          : []),
      ],
      ...doubts(limit),
    }
  },
)

/** Inspection cycles of cylinders; LPG steel cylinders made after 2007-02-01 are scrapped after 12 years at the latest (8 + 4). */
export const cylinderInspection = calculation(
  'cylinder-inspection',
  text('气瓶检验与报废', 'Cylinder inspection and scrapping'),
  [['cylinders', '']],
  v.strictObject({
    kind: v.picklist(['inert', 'corrosive', 'other', 'lpg']),
    made: day,
    lastInspected: v.optional(v.nullable(day), null),
    extended: v.optional(v.boolean(), false),
  }),
  ({ kind, made, lastInspected, extended }, law) => {
    if (lastInspected && lastInspected < made)
      throw invalid('/lastInspected', {
        pointer: '/lastInspected',
        reason: text('检验早于制造', 'Inspected before it was made'),
      })
    const next = period(
      law,
      `special-equipment.cylinder-${kind}`,
      lastInspected ? { lastInspected } : { made },
    )
    const lifetime =
      kind === 'lpg' && made > '2007-02-01'
        ? {
            designEnds: addMonths(made, 8 * 12),
            scrapOn: addMonths(made, (extended ? 12 : 8) * 12),
            latestScrapOn: addMonths(made, 144),
          }
        : null
    const nextDue = lifetime && lifetime.scrapOn < next.due ? lifetime.scrapOn : next.due
    return {
      nextInspection: nextDue,
      ...(lifetime ?? { designEnds: null, scrapOn: null, latestScrapOn: null }),
      reckoning: [
        next.explanation,
        ...(lifetime
          ? [
              text(
                `设计使用8年至${lifetime.designEnds}；安全评定后可延长一次4年，最迟${lifetime.latestScrapOn}报废`,
                `Design life to ${lifetime.designEnds}; one extension of 4 years, scrapped by ${lifetime.latestScrapOn}`,
              ),
            ]
          : []),
        text(
          '闲置超过一个检验周期的，启用前应当检验',
          'Idle longer than one cycle: inspect before use',
        ),
      ],
      ...doubts(next),
    }
  },
)

/** Term on the dishonesty list by the rules of the day of publication; 满十二个月后: from the day after the last of the twelve on. */
export const creditTerm = calculation(
  'credit-term',
  text('失信名单期限', 'Term on the dishonesty list'),
  [
    ['credit2023', ''],
    ['credit2015', ''],
  ],
  v.strictObject({ published: day, repeat: v.optional(v.boolean(), false) }),
  ({ published, repeat }, law) => {
    const again = repeat && published < '2023-10-01'
    const term = period(law, again ? 'credit.repeat-term' : 'credit.term', { published })
    const early =
      published >= '2023-10-01' ? period(law, 'credit.early-removal', { published }) : null
    const from = early && addDays(early.due, 1)
    return {
      ends: term.due,
      earlyRemovalFrom: from,
      reckoning: [
        term.explanation,
        ...(early
          ? [
              early.explanation,
              text(
                `列入满十二个月后，${from}起可以申请提前移出`,
                `Twelve months on the list: early removal may be applied for from ${from} on`,
              ),
            ]
          : []),
      ],
      ...doubts(term, ...(early ? [early] : [])),
    }
  },
)
