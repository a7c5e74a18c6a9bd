// Which shifts do I keep, and which exchanges wait for my answer?
import { For, lazy, Match, Show, Switch } from 'solid-js'
import type { MyShiftsView } from '../../contract/rosters/rosters.ts'
import { fill } from '../../domain/language/words.ts'
import { rostersApi } from '../client/rosters.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { Opening } from '../screen/opening.tsx'
import { Failure, Skeleton } from '../screen/states.tsx'
import { readRostersAgain } from './acting.ts'
import { dayClass, dayKindText, shiftText } from './days.ts'
import { Exchanges } from './exchanges.tsx'
import { rosterWords as w } from './words.ts'

const Asking = lazy(() => import('./asking.tsx'))

/** Whoever keeps every shift of a small county has sixty in a month. */
const NEAREST = 8

type Mine = MyShiftsView['shifts'][number]

const Shift = (props: { one: Mine }) => {
  const title = () => t(fill(w.exchangeOf, { shift: shiftText(props.one) }))
  return (
    <li class={dayClass(props.one)}>
      <p>
        <strong>{`${shiftText(props.one)}–${props.one.end}`}</strong>{' '}
        <span>{t(props.one.seat === 'leader' ? w.leader : w.officer)}</span>{' '}
        <span class="muted">{`${t(props.one.officeName)} ${dayKindText(props.one)}`}</span>
      </p>
      <Show when={props.one.asked}>
        {(name) => <p class="muted">{t(fill(w.asked, { name: name() }))}</p>}
      </Show>
      <Show when={!props.one.asked && props.one.others.length > 0}>
        <Opening
          class="button small"
          label={t(w.exchange)}
          named={title()}
          title={title()}
          onDone={readRostersAgain}
        >
          {(done) => <Asking mine={props.one} onDone={done} />}
        </Opening>
      </Show>
    </li>
  )
}

const Found = (props: { mine: MyShiftsView }) => {
  const waiting = () => props.mine.exchanges.filter(({ mayAccept }) => mayAccept)
  const others = () => props.mine.exchanges.filter(({ mayAccept }) => !mayAccept)
  return (
    <>
      <Show when={waiting().length > 0}>
        <h3>{t(w.waiting)}</h3>
        <Exchanges items={waiting()} />
      </Show>
      <ul class="roster-mine">
        <For
          each={props.mine.shifts.slice(0, NEAREST)}
          fallback={<li class="muted">{t(w.noShifts)}</li>}
        >
          {(one) => <Shift one={one} />}
        </For>
      </ul>
      <Show when={props.mine.shifts.length > NEAREST}>
        <details>
          <summary>{t(fill(w.later, { n: props.mine.shifts.length - NEAREST }))}</summary>
          <ul class="roster-mine">
            <For each={props.mine.shifts.slice(NEAREST)}>{(one) => <Shift one={one} />}</For>
          </ul>
        </details>
      </Show>
      <Show when={others().length > 0}>
        <details>
          <summary>{t(w.exchanges)}</summary>
          <Exchanges items={others()} />
        </details>
      </Show>
    </>
  )
}

export const MyShifts = () => {
  const mine = useQuery(() => ({
    queryKey: ['roster-mine'],
    queryFn: rostersApi.mine,
    refetchOnMount: 'always' as const,
  }))
  return (
    <section class="block" aria-labelledby="roster-mine">
      <h2 id="roster-mine">{t(w.mine)}</h2>
      <Switch fallback={<Skeleton rows={3} />}>
        <Match when={mine.isError}>
          <Failure error={mine.error} what={w.mine} onRetry={() => void mine.refetch()} />
        </Match>
        <Match when={mine.isSuccess && mine.data}>{(one) => <Found mine={one()} />}</Match>
      </Switch>
    </section>
  )
}
