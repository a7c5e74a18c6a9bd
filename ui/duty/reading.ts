// How does the desk read its alarms, keep the list still under the hand, and learn of new ones?

import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { AlarmList } from '../../contract/duty/alarms.ts'
import type { AlarmBox, AlarmReading, AlarmRow } from '../../domain/duty/views.ts'
import { dutyApi } from '../client/duty.ts'
import { alarmNews, caseNews } from '../reading/live.ts'
import { useQuery } from '../reading/query.ts'

const settleMs = 150
/** That a link was lost is no news of an alarm: it is read. */
const anewMs = 5_000

type FrozenList = { box: AlarmBox } & Pick<AlarmList, 'items' | 'floods'>

/** `own`: only what the reader’s bureau keeps; `held`: somebody stands in the list, so nothing may move under him. */
export const useAlarms = (
  box: Accessor<AlarmBox>,
  own: Accessor<boolean>,
  held: Accessor<boolean>,
  onFresh: (fresh: AlarmRow[], first: boolean) => void,
) => {
  const { query, read } = useList(box, own)
  // Whoever looks into another box still hears what rings.
  const ringing = useList(() => 'waiting', own)
  const reread = () => Promise.all([query.refetch(), ringing.query.refetch()])
  useNews(read, () => void reread())
  const order = useFrozen(read, box, held)
  useFresh(ringing.read, own, onFresh)
  const waiting = () => ringing.read()?.items ?? []
  return { query, read, reread, waiting, ...order }
}

const useList = (of: Accessor<AlarmReading>, own: Accessor<boolean>) => {
  const query = useQuery(() => ({
    queryKey: ['alarms', of(), own()],
    queryFn: () => dutyApi.alarms(of(), own()),
    staleTime: 0,
    refetchInterval: anewMs,
    refetchOnMount: 'always' as const,
  }))
  // What was read last stands on while the server is away.
  const read = createMemo<AlarmList | null>(() => (query.isPending ? null : (query.data ?? null)))
  return { query, read }
}

/** Renewed where they stand; order and grouping are those of the moment at which the hand came, until it goes. */
const useFrozen = (
  read: Accessor<AlarmList | null>,
  box: Accessor<AlarmBox>,
  held: Accessor<boolean>,
) => {
  const [frozen, setFrozen] = createSignal<FrozenList>({ box: 'active', items: [], floods: [] })
  const renew = () => {
    const now = read()
    if (now) setFrozen({ box: box(), items: now.items, floods: now.floods })
  }
  createEffect(
    on([read, held, box], ([now, still, wanted]) => {
      if (now && (!still || frozen().box !== wanted || frozen().items.length === 0)) renew()
    }),
  )
  const known = createMemo(() => new Map(read()?.items.map((row) => [row.id, row])))
  const here = () => (frozen().box === box() ? frozen().items : [])
  const rows = createMemo(() => here().map((row) => known().get(row.id) ?? { ...row, gone: true }))
  const arrived = createMemo(() => {
    const stood = new Set(here().map(({ id }) => id))
    return (read()?.items ?? []).filter(({ id }) => !stood.has(id)).length
  })
  const floods = () => (frozen().box === box() ? frozen().floods : [])
  return { floods, rows: rows as Accessor<(AlarmRow & { gone?: true })[]>, arrived, renew }
}

/** What did not wait at the last reading, or has become graver since: told once. */
const useFresh = (
  read: Accessor<AlarmList | null>,
  own: Accessor<boolean>,
  onFresh: (fresh: AlarmRow[], first: boolean) => void,
) => {
  let seen: Map<string, AlarmRow['level']> | null = null
  let of: boolean | null = null
  createEffect(
    on(read, (now) => {
      if (!now) return
      const first = seen === null || of !== own()
      const fresh = now.items.filter(({ id, level }) => level < (seen?.get(id) ?? 5))
      // Only what waits is remembered, so that nothing grows through the night.
      seen = new Map(now.items.map(({ id, level }) => [id, level]))
      of = own()
      if (fresh.length > 0 || first) onFresh(fresh, first)
    }),
  )
}

/** Of alarms, and of their cases, which call the next superior. Many in a row are answered by one reading. */
const useNews = (read: Accessor<AlarmList | null>, renew: () => void) => {
  let timer: number | undefined
  const soon = () => {
    timer ??= window.setTimeout(() => {
      timer = undefined
      renew()
    }, settleMs)
  }
  const isListed = (id: string) => read()?.items.some(({ caseId }) => caseId === id)
  createEffect(on(alarmNews, soon, { defer: true }))
  createEffect(on(caseNews, (id) => isListed(id) && soon(), { defer: true }))
  onCleanup(() => window.clearTimeout(timer))
}
