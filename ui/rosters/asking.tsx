// How does somebody ask a colleague to take his shift?
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import type { MyShiftsView } from '../../contract/rosters/rosters.ts'
import { beginningOf } from '../../domain/rosters/shifts.ts'
import { rostersApi } from '../client/rosters.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { createKeys } from '../reading/requests.ts'
import { useMe } from '../screen/me.ts'
import { now } from '../screen/time.ts'
import { useRequest } from './acting.ts'
import { shiftText } from './days.ts'
import { Mistakes } from './mistakes.tsx'
import { rosterWords as w } from './words.ts'
import '../form/fields.css'

type Mine = MyShiftsView['shifts'][number]
type Shift = { day: string; start: string }

/** Shifts to come on which the other keeps the same seat and the asker stands nowhere. */
const useReturns = (mine: () => Mine, other: () => string) => {
  const me = useMe()
  const month = useQuery(() => ({
    queryKey: ['roster-month', mine().office, mine().day.slice(0, 7)],
    queryFn: () => rostersApi.month(mine().office, mine().day.slice(0, 7)),
  }))
  return createMemo((): Shift[] => {
    const entries = month.isSuccess ? (month.data.inForce?.entries ?? []) : []
    return entries.filter((entry) => {
      const kept = mine().seat === 'leader' ? [entry.leader] : entry.officers
      const busy = [entry.leader, ...entry.officers].includes(me().id)
      return (
        other() !== '' && kept.includes(other()) && !busy && Date.parse(beginningOf(entry)) > now()
      )
    })
  })
}

const shiftOf = (value: string): Shift | null => {
  const [day = '', start = ''] = value.split(' ')
  return start === '' ? null : { day, start }
}

const AskForm = (props: { mine: Mine; onDone: () => void }) => {
  const [to, setTo] = createSignal('')
  const [back, setBack] = createSignal('')
  const [reason, setReason] = createSignal('')
  const { busy, wrong, setWrong, run } = useRequest()
  const returns = useReturns(() => props.mine, to)
  const keys = createKeys()
  const [whom, which, why] = [createUniqueId(), createUniqueId(), createUniqueId()]
  const send = (event: Event) => {
    event.preventDefault()
    if (to() === '') return setWrong([t(w.personWanted)])
    if (reason().trim() === '') return setWrong([t(w.reasonWanted)])
    const { office, day, start, seat } = props.mine
    const inReturn = shiftOf(back())
    const body = { shift: { day, start }, seat, to: to(), inReturn, reason: reason().trim() }
    void run(
      () => rostersApi.exchange(office, body, keys.of(JSON.stringify(body))),
      () => props.onDone(),
    )
  }
  return (
    <form class="roster-ask" noValidate onSubmit={send}>
      <label for={whom}>{t(w.to)}</label>
      <select
        id={whom}
        onChange={(event) => {
          setTo(event.currentTarget.value)
          setBack('')
        }}
      >
        <option value="">{t(w.choose)}</option>
        <For each={props.mine.others}>{({ id, name }) => <option value={id}>{name}</option>}</For>
      </select>
      <label for={which}>{t(w.inReturn)}</label>
      <select id={which} onChange={(event) => setBack(event.currentTarget.value)}>
        <option value="">{t(w.noReturn)}</option>
        <For each={returns()}>
          {(shift) => <option value={`${shift.day} ${shift.start}`}>{shiftText(shift)}</option>}
        </For>
      </select>
      <label for={why}>{t(w.reason)}</label>
      <textarea
        id={why}
        rows={2}
        maxlength={500}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <Mistakes of={wrong()} />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={busy()}>
          {t(w.send)}
        </button>
      </p>
    </form>
  )
}

/** Only who is asked of can be there. */
const Asking = (props: { mine: Mine; onDone: () => void }) => (
  <Show when={props.mine}>{(mine) => <AskForm mine={mine()} onDone={() => props.onDone()} />}</Show>
)

export default Asking
