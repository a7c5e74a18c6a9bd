// Does the sentence of a reckoning name every number that it rests on, and are the reasons of a doubt complete?
import { describe, expect, test } from 'vitest'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import { amount } from '../../domain/law/explain.ts'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

const limitOf = (input: TimeLimitInput) => computeTimeLimit(input, decreeCalendars)
const review = { rule: 'three-simultaneities.design-review' }
const on = '依据建设项目安全设施“三同时”监督管理办法（令36号）第14条；行政许可法第42、82条'
const under =
  'under Three Simultaneities Measures (Order 36) art. 14; Administrative Licensing Law art. 42, 82'

describe('the sentence', () => {
  test.each<[title: string, input: TimeLimitInput, zh: string, en: string]>([
    [
      'with pauses',
      {
        ...review,
        start: '2026-03-02',
        pauses: [
          { from: '2026-03-09', to: '2026-03-16', kind: 'expert-review' },
          { from: '2026-03-18', to: null, kind: 'hearing' },
        ],
        asOf: '2026-03-19',
      },
      `自2026-03-02受理的次日起算，20个工作日，${on}；扣除8个工作日：专家评审（行政许可法第45条）2026-03-09→2026-03-16、听证（行政许可法第45条）2026-03-18→未结束；清明2026-04-04至2026-04-06放假不计；到期 2026-04-10（24时止，中止尚未结束，为目前最早日期）。`,
      `Counted from the day after acceptance (2026-03-02), 20 working day(s), ${under}; 8 working day(s) not counted: expert review (Administrative Licensing Law art. 45) 2026-03-09→2026-03-16, hearing (Administrative Licensing Law art. 45) 2026-03-18→still running; off: Qingming 2026-04-04–2026-04-06; due 2026-04-10 (24:00, the earliest possible: a pause still runs).`,
    ],
    [
      'with a pause on a ground of several words',
      {
        rule: 'three-simultaneities.condition-review',
        start: '2026-01-12',
        pauses: [{ from: '2026-02-02', to: '2026-02-06', kind: 'rework' }],
      },
      '自2026-01-12受理的次日起算，45个工作日，依据危险化学品建设项目安全监督管理办法（令45号）第12条；行政许可法第45、82条；扣除5个工作日：申请人整改，依据危险化学品建设项目安全监督管理办法（令45号）第12、18条，2026-02-02→2026-02-06；春节2026-02-15至2026-02-23放假不计，2026-02-14、2026-02-28调休上班计入；到期 2026-03-27（24时止）。',
      'Counted from the day after acceptance (2026-01-12), 45 working day(s), under Hazchem Project Measures (Order 45) art. 12; Administrative Licensing Law art. 45, 82; 5 working day(s) not counted: rework by the applicant, under Hazchem Project Measures (Order 45) art. 12, 18, 2026-02-02→2026-02-06; off: Spring Festival 2026-02-15–2026-02-23; make-up working days counted: 2026-02-14, 2026-02-28; due 2026-03-27 (24:00).',
    ],
    [
      'with an extension by somebody',
      { ...review, start: '2026-02-02', extensions: [{ at: '2026-03-01', by: 10 }] },
      `自2026-02-02受理的次日起算，20个工作日，${on}；2026-03-01经本机关负责人批准延长10个工作日，依据建设项目安全设施“三同时”监督管理办法（令36号）第14条；行政许可法第42条；春节2026-02-15至2026-02-23放假不计，2026-02-14、2026-02-28调休上班计入；到期 2026-03-20（24时止）。`,
      `Counted from the day after acceptance (2026-02-02), 20 working day(s), ${under}; extended by the head of the organ on 2026-03-01 by 10 working day(s), under Three Simultaneities Measures (Order 36) art. 14; Administrative Licensing Law art. 42; off: Spring Festival 2026-02-15–2026-02-23; make-up working days counted: 2026-02-14, 2026-02-28; due 2026-03-20 (24:00).`,
    ],
    [
      'of natural days, with pause and extension that nobody is named for',
      {
        rule: 'adhoc',
        unit: 'ND',
        n: 5,
        start: '2026-03-02',
        pauses: [{ from: '2026-03-04', to: '2026-03-05' }],
        extensions: [{ at: '2026-03-06', by: 3 }],
      },
      '自2026-03-02起算日的次日起算，5日（民法典第201条）；扣除2日：其他2026-03-04→2026-03-05；2026-03-06经批准延长3日；到期 2026-03-12（24时止）。',
      'Counted from the day after the start (2026-03-02), 5 natural day(s) (Civil Code art. 201); 2 natural day(s) not counted: other 2026-03-04→2026-03-05; extended on 2026-03-06 by 3 natural day(s); due 2026-03-12 (24:00).',
    ],
    [
      'with an end that a party may roll',
      { rule: 'enforcement-case.payment', start: '2026-09-18' },
      '自2026-09-18收到处罚决定书的次日起算，15日，依据行政处罚法（2021）第67条；末日2026-10-03为休息日，顺延至2026-10-08（民法典第203条）；到期 2026-10-08（24时止）。',
      'Counted from the day after receipt of the decision (2026-09-18), 15 natural day(s), under Administrative Penalty Law (2021) art. 67; last day 2026-10-03 is no working day, moved to 2026-10-08 (Civil Code art. 203); due 2026-10-08 (24:00).',
    ],
    [
      'with an end that the organ keeps',
      { rule: 'adhoc', unit: 'ND', n: 5, roll: 'organ', start: '2026-03-02' },
      '自2026-03-02起算日的次日起算，5日（民法典第201–203条）；末日2026-03-07为休息日，机关内部从严按该日掌握，依民法典第203条可顺延至2026-03-09；到期 2026-03-07（24时止）。',
      'Counted from the day after the start (2026-03-02), 5 natural day(s) (Civil Code art. 201–203); last day 2026-03-07 is no working day; the organ keeps it, Civil Code art. 203 would allow 2026-03-09; due 2026-03-07 (24:00).',
    ],
    [
      'of hours',
      { rule: 'emergency-response.unit-report', start: '2026-05-01T09:50+08:00' },
      '自单位负责人接到报告（2026-05-01 09:50）起1小时，依据生产安全事故报告和调查处理条例（493号）第9条，昼夜、节假日连续计算；到期 2026-05-01 10:50。',
      '1 hour(s) from the head being told (2026-05-01 09:50), under Accident Reporting Regulations (State Council Order 493) art. 9, through nights and holidays; due 2026-05-01 10:50.',
    ],
    [
      'of hours back',
      { rule: 'hazard-rectification.power-cut-notice', start: '2026-05-02T08:00+08:00' },
      '自2026-05-02 08:00停止供电时刻向前推24小时，依据安全生产法（2021）第70条；最迟 2026-05-01 08:00（该时刻为限）。',
      '24 hour(s) back from the moment of the cut (2026-05-02 08:00), under Work Safety Law (2021) art. 70; 2026-05-01 08:00 at the latest.',
    ],
    [
      'of working days back, over a festival',
      { rule: 'adhoc', unit: 'WD', n: 12, start: '2026-03-04', direction: 'backward' },
      '自2026-03-04起算日向前推12个工作日（民法典第201条）；春节2026-02-15至2026-02-23放假不计，2026-02-14、2026-02-28调休上班计入；最迟 2026-02-10（当日为限）。',
      '12 working day(s) back from the start (2026-03-04) (Civil Code art. 201); off: Spring Festival 2026-02-15–2026-02-23; make-up working days counted: 2026-02-14, 2026-02-28; 2026-02-10 at the latest.',
    ],
    [
      'of working days back, over none',
      { rule: 'adhoc', unit: 'WD', n: 3, start: '2026-03-05', direction: 'backward' },
      '自2026-03-05起算日向前推3个工作日（民法典第201条）；最迟 2026-03-02（当日为限）。',
      '3 working day(s) back from the start (2026-03-05) (Civil Code art. 201); 2026-03-02 at the latest.',
    ],
    [
      'over a make-up day alone',
      { rule: 'adhoc', unit: 'WD', n: 3, start: '2026-02-25' },
      '自2026-02-25起算日的次日起算，3个工作日（民法典第201条）；2026-02-28调休上班计入；到期 2026-02-28（24时止）。',
      'Counted from the day after the start (2026-02-25), 3 working day(s) (Civil Code art. 201); make-up working days counted: 2026-02-28; due 2026-02-28 (24:00).',
    ],
    [
      'over as many festivals as make-up days',
      { rule: 'adhoc', unit: 'WD', n: 5, start: '2026-04-30' },
      '自2026-04-30起算日的次日起算，5个工作日（民法典第201条）；劳动节2026-05-01至2026-05-05放假不计，2026-05-09调休上班计入；到期 2026-05-11（24时止）。',
      'Counted from the day after the start (2026-04-30), 5 working day(s) (Civil Code art. 201); off: Labour Day 2026-05-01–2026-05-05; make-up working days counted: 2026-05-09; due 2026-05-11 (24:00).',
    ],
    [
      'with a pause that begins on the very day to which the end is rolled',
      {
        rule: 'adhoc',
        unit: 'ND',
        n: 15,
        roll: 'party',
        start: '2026-09-18',
        pauses: [{ from: '2026-10-08', to: null }],
      },
      '自2026-09-18起算日的次日起算，15日（民法典第201–203条）；扣除0日：其他2026-10-08→未结束；末日2026-10-03为休息日，顺延至2026-10-08（民法典第203条）；到期 2026-10-08（24时止，中止尚未结束，为目前最早日期）。',
      'Counted from the day after the start (2026-09-18), 15 natural day(s) (Civil Code art. 201–203); 0 natural day(s) not counted: other 2026-10-08→still running; last day 2026-10-03 is no working day, moved to 2026-10-08 (Civil Code art. 203); due 2026-10-08 (24:00, the earliest possible: a pause still runs).',
    ],
    [
      'over a festival of one day',
      { ...review, start: '2026-12-21' },
      `自2026-12-21受理的次日起算，20个工作日，${on}；元旦2027-01-01放假不计；到期 2027-01-19（24时止，暂估：2027年节假日安排尚未公布）。`,
      `Counted from the day after acceptance (2026-12-21), 20 working day(s), ${under}; off: New Year 2027-01-01; due 2027-01-19 (24:00, an estimate: no holiday notice yet for 2027).`,
    ],
  ])('%s', (_, input, zh, en) => expect(limitOf(input).explanation).toEqual({ zh, en }))

  test('names three years without a notice, of more the first and the last', () => {
    const [three, four] = [600, 900].map(
      (n) => limitOf({ rule: 'adhoc', unit: 'WD', n, start: '2026-12-21' }).explanation,
    )
    expect(three?.zh).toContain('暂估：2027、2028、2029年节假日安排尚未公布')
    expect(three?.en).toContain('no holiday notice yet for 2027, 2028, 2029)')
    expect(four?.zh).toContain('暂估：2027–2030年节假日安排尚未公布')
    expect(four?.en).toContain('no holiday notice yet for 2027–2030)')
  })

  test('names twelve festivals, and of more how many there are', () => {
    const { zh, en } = limitOf({
      rule: 'adhoc',
      unit: 'WD',
      n: 650,
      start: '2024-01-02',
    }).explanation
    expect(zh).toContain('国庆节2025-10-01至2025-10-08等18处放假不计，2024-02-04')
    expect(zh).toContain('2025-09-28等17处调休上班计入')
    expect(en).toContain(
      'National Day 2025-10-01–2025-10-08 and 6 more; make-up working days counted: 2024-02-04',
    )
    expect(en).toContain('2025-09-28 and 5 more; due')
    const twelve = limitOf({ rule: 'adhoc', unit: 'WD', n: 385, start: '2026-12-21' }).explanation
    expect(twelve.zh).toContain('端午2028-05-28放假不计')
    expect(twelve.en).toContain('Dragon Boat 2028-05-28; due')
  })
})

test('parts of an hour are said in minutes', () => {
  expect(amount(1.5, 'H')).toEqual({ zh: '90分钟', en: '90 minutes' })
  expect(amount(2, 'H')).toEqual({ zh: '2小时', en: '2 hour(s)' })
  expect(amount(2.5, 'ND')).toEqual({ zh: '2.5日', en: '2.5 natural day(s)' })
})

describe('the reasons of a doubt', () => {
  test.each<
    [
      title: string,
      input: TimeLimitInput,
      provisional: boolean,
      reasons: [zh: string, en: string][],
    ]
  >([
    ['none', { ...review, start: '2026-03-02' }, false, []],
    [
      'a pause that still runs',
      {
        ...review,
        start: '2026-03-02',
        pauses: [{ from: '2026-03-09', to: null, kind: 'hearing' }],
      },
      true,
      [
        [
          '中止尚未结束，到期日为目前最早可能的日期',
          'A pause is still running: the due date is the earliest possible now',
        ],
      ],
    ],
    [
      'a pause whose ground is unconfirmed',
      {
        rule: 'three-simultaneities.condition-review',
        start: '2026-01-12',
        pauses: [{ from: '2026-02-02', to: '2026-02-06', kind: 'rework' }],
      },
      true,
      [
        [
          '“申请人整改”不计入期限的依据未经核实，使用前须由法制人员确认，依据危险化学品建设项目安全监督管理办法（令45号）第12、18条',
          'That rework by the applicant is not counted is unconfirmed: a lawyer must confirm it, under Hazchem Project Measures (Order 45) art. 12, 18',
        ],
      ],
    ],
    [
      'an extension whose ground is unconfirmed',
      {
        rule: 'hazchem-licence.review',
        start: '2026-04-01',
        extensions: [{ at: '2026-04-20', by: 5 }],
      },
      true,
      [
        [
          '延长依据为许可法42的一般规定，令55未作规定，使用前须由法制人员确认',
          'The extension rests on the general article 42 of the Licensing Law; Order 55 is silent: a lawyer must confirm it',
        ],
      ],
    ],
    [
      'a promise of another place',
      { rule: 'three-simultaneities.promised-acceptance', start: '2026-03-02' },
      false,
      [
        [
          '依据为外地规定或者做法：承诺时限（外地示例，须由本市确认）；在本市是否适用须由法制人员确认',
          'It rests on the rules or practice of another place: promised limits (examples elsewhere, to be confirmed by the city); a lawyer must confirm that it is followed here',
        ],
        [
          '承诺时限由机关自行承诺，不是法律规定的期限',
          'A limit that the office promises, not one of law',
        ],
      ],
    ],
    [
      'a convention of the product',
      { rule: 'hazard-rectification.supervision-red', start: '2026-03-02' },
      false,
      [['本系统约定，并非法律规定', 'A design convention, not law']],
    ],
    [
      'a newer law whose clocks are not loaded, said once though the number is unconfirmed too',
      { rule: 'enforcement-case.decision', start: '2026-03-10' },
      true,
      [
        [
          '新法已施行但其时限文本尚未载入，暂按原数字计算',
          'A newer law is in force but its clocks are not loaded: the old number stands for now',
        ],
      ],
    ],
  ])('%s', (_, input, provisional, reasons) => {
    const answer = limitOf(input)
    expect(answer.provisional).toBe(provisional)
    expect(answer.reasons).toEqual(reasons.map(([zh, en]) => ({ zh, en })))
  })
})
