// Figures counted from the timelines of the API alone, one question at a time, without any code of the product's count.
type Item = {
  seq: number
  type: string
  occurredAt: string
  who: { zh: string } | null
  fields: { name: string; label: { zh: string }; value: { zh: string } }[]
  state: { zh: string } | null
  kind: string
}
export type Story = { id: string; items: Item[] }

/** The counting day by the calendar of Shanghai, from the runtime's own time zones. */
const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const dayOf = ({ occurredAt }: Item): string => shanghai.format(new Date(occurredAt))
const field = ({ fields }: Item, name: string): string =>
  fields.find((one) => one.name === name)?.value.zh ?? ''

/** Without what was taken back, and with corrected words in their place: a correction names the answer as its form does. */
const standing = ({ items }: Story): Item[] => {
  const undone = new Set<number>()
  const words = new Map<string, string>()
  for (const item of items) {
    if (item.type === 'take-back') {
      const before = items.filter(
        ({ seq, kind }) => seq < item.seq && kind === 'event' && !undone.has(seq),
      )
      undone.add(before[before.length - 1]!.seq)
    }
    if (item.type === 'approve-correction') {
      const seq = field(item, 'seq')
      const query = items
        .filter(
          (one) =>
            one.type === 'request-correction' && field(one, 'seq') === seq && one.seq < item.seq,
        )
        .pop()!
      words.set(`${seq} ${field(query, 'field')}`, field(query, 'value'))
    }
  }
  return items
    .filter(({ seq }) => !undone.has(seq))
    .map((item) => ({
      ...item,
      fields: item.fields.map((one) => {
        const corrected = words.get(`${item.seq} ${one.label.zh}`)
        return corrected === undefined ? one : { ...one, value: { zh: corrected } }
      }),
    }))
}

const ends = ['reject', 'withdraw', 'join', 'write-off', 'de-list', 'record-closure']
const isEnd = (item: Item) =>
  ends.includes(item.type) || (item.type === 'hand-over' && field(item, 'to') === '市外或其他部门')
const isInside = (item: Item) => item.type === 'hand-over' && !isEnd(item)

/** Where the hazard lay on the evening of a day, or null when it was not there or had ended. */
const openOn = (items: Item[], day: string): boolean => {
  const until = items.filter(
    (item) =>
      dayOf(item) <= day && (item.type === 'report' || item.type === 'reopen' || isEnd(item)),
  )
  return until.length > 0 && !isEnd(until[until.length - 1]!)
}
const sinceReopened = (items: Item[], day: string): Item[] => {
  const upTo = items.filter((item) => dayOf(item) <= day)
  const from = upTo.map(({ type }) => type).lastIndexOf('reopen')
  return upTo.slice(Math.max(from, 0))
}
const unrectifiedOn = (items: Item[], day: string): boolean =>
  openOn(items, day) && sinceReopened(items, day).some(({ type }) => type === 'verify')

/** The last thing said about the date: it is asked for, or something was reported. */
const dateOn = (items: Item[], day: string): string | null => {
  let date: string | null = null
  for (const item of sinceReopened(items, day)) {
    if (['issue-order', 'list-hazard', 're-check-failed', 'grant-extension'].includes(item.type))
      date = field(item, 'dueDate')
    if (['report-rectified', 'apply-acceptance'].includes(item.type) || isEnd(item)) date = null
  }
  return date
}
const overdueOn = (items: Item[], day: string): boolean =>
  openOn(items, day) && (dateOn(items, day) ?? '9') < day

/** Whether on the way to this write-off any date had passed in silence. */
const wasLate = (items: Item[], end: Item): boolean => {
  const generation = sinceReopened(
    items.filter(({ seq }) => seq <= end.seq),
    '9999',
  )
  return generation.some((item, index) => {
    const before = dateOn(generation.slice(0, index), '9999')
    const matters =
      ['report-rectified', 'apply-acceptance', 're-check-failed', 'grant-extension'].includes(
        item.type,
      ) || item === end
    return matters && before !== null && dayOf(item) > before
  })
}

export type Count = Record<string, number>

/** Everything for one period; `eve` the day before, `asOf` the day at whose end it is looked at. */
export const countIndependently = (
  stories: Story[],
  { first, last, eve, asOf }: { first: string; last: string; eve: string; asOf: string },
): Count => {
  const all = stories.map(standing)
  const inside = (item: Item) => dayOf(item) >= first && dayOf(item) <= last
  const times = (wanted: (item: Item, items: Item[]) => boolean) =>
    all.reduce(
      (sum, items) => sum + items.filter((item) => inside(item) && wanted(item, items)).length,
      0,
    )
  const type = (...types: string[]) => times(({ type }) => types.includes(type))
  const firstOf = (names: string[]) =>
    times(
      (item, items) =>
        names.includes(item.type) &&
        !sinceReopened(
          items.filter(({ seq }) => seq < item.seq),
          '9999',
        ).some((one) => names.includes(one.type)),
    )
  const stands = (wanted: (items: Item[], day: string) => boolean, day: string) =>
    all.filter((items) => wanted(items, day)).length
  const source = (item: Item): string => {
    if (item.type !== 'report') return ''
    if (/企业/.test(item.who?.zh ?? '')) return 'enterprise'
    return (
      { '12350举报': 'hotline', 其他部门转来: 'transferred' }[field(item, 'source')] ?? 'inspection'
    )
  }
  const writtenOff = (late: boolean) =>
    times(
      (item, items) =>
        ['write-off', 'de-list'].includes(item.type) && wasLate(items, item) === late,
    )
  const days = all.flatMap((items) =>
    items
      .filter((item) => ['write-off', 'de-list'].includes(item.type) && inside(item))
      .map((end) => {
        const order = sinceReopened(
          items.filter(({ seq }) => seq < end.seq),
          '9999',
        ).find(({ type }) => ['issue-order', 'list-hazard'].includes(type))!
        return (Date.parse(dayOf(end)) - Date.parse(dayOf(order))) / 86_400_000
      }),
  )
  const raised = (words: string) =>
    times((item, items) => {
      const before = items.filter(({ seq, state }) => seq < item.seq && state !== null).pop()
      const now = item.state?.zh ?? ''
      return now.includes(words) && !(before?.state?.zh ?? '').includes(words)
    })
  const verified = (grade: string) =>
    times((item) => item.type === 'verify' && field(item, 'grade') === grade)
  const category = (words: string) =>
    times((item, items) => item.type === 'verify' && field(items[0]!, 'category') === words)
  const is: Count = {
    'carried-over': stands(openOn, eve),
    reported: type('report'),
    ...Object.fromEntries(
      ['enterprise', 'inspection', 'hotline', 'transferred'].map((one) => [
        `reported-${one}`,
        times((item) => source(item) === one),
      ]),
    ),
    received: times(isInside),
    'handed-over': times(isInside),
    reopened: type('reopen'),
    rejected: type('reject'),
    withdrawn: type('withdraw'),
    joined: type('join'),
    transferred: times((item) => item.type === 'hand-over' && isEnd(item)),
    open: stands(openOn, asOf),
    'verified-general': verified('一般隐患'),
    'verified-major': verified('重大隐患'),
    'unrectified-before': stands(unrectifiedOn, eve),
    ordered: firstOf(['issue-order', 'list-hazard']),
    'in-time': writtenOff(false),
    late: writtenOff(true),
    unrectified: stands(unrectifiedOn, asOf),
    overdue: stands(overdueOn, asOf),
    failed: type('re-check-failed'),
    planned: firstOf(['file-plan']),
    'listed-county': times(
      (item) => item.type === 'list-hazard' && field(item, 'level') === '县级',
    ),
    'listed-city': times((item) => item.type === 'list-hazard' && field(item, 'level') === '市级'),
    delisted: type('de-list'),
    stopped: times((item) => item.type === 'take-measures' && /停产/.test(field(item, 'measures'))),
    resumed: type('approve-resume'),
    'extension-asked': type('request-extension'),
    'extension-granted': type('grant-extension'),
    'extension-refused': type('refuse-extension'),
    'supervised-red': raised('红牌'),
    'supervised-city': raised('市级'),
    'category-fire': category('消防'),
    'category-hazchem': category('危险化学品'),
    'category-electricity': category('用电'),
    'category-other': category('其他'),
  }
  const [done, base] = [
    is['in-time']! + is.late!,
    is['unrectified-before']! + is['verified-general']! + is['verified-major']!,
  ]
  return {
    ...is,
    ...(base > 0 ? { rate: Math.round((done / base) * 10_000) / 10_000 } : {}),
    ...(days.length > 0
      ? { days: Math.round((days.reduce((sum, one) => sum + one, 0) / days.length) * 10) / 10 }
      : {}),
  }
}

/** The periods of the stories, as they stand on the evening of the fourth of November. */
export const spans = {
  '2026Q3': { first: '2026-07-01', last: '2026-09-30', eve: '2026-06-30', asOf: '2026-09-30' },
  '2026Q4': { first: '2026-10-01', last: '2026-12-31', eve: '2026-09-30', asOf: '2026-11-04' },
  '2026': { first: '2026-01-01', last: '2026-12-31', eve: '2025-12-31', asOf: '2026-11-04' },
}
