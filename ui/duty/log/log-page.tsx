// Who keeps the desk, what was handed over, and what stands in the log?

import { createSignal, createUniqueId, For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { DutyView, ShiftView } from '../../../contract/duty/desk.ts'
import { fill } from '../../../domain/language/words.ts'
import { dutyApi } from '../../client/duty.ts'
import { t } from '../../client/words.ts'
import { LateLines } from '../../late/lines.tsx'
import { lateWords } from '../../late/words.ts'
import { useQuery } from '../../reading/query.ts'
import { Opening } from '../../screen/opening.tsx'
import { usePage } from '../../screen/page.ts'
import { Failure, Skeleton } from '../../screen/states.tsx'
import { showMoment } from '../../screen/time.ts'
import '../styles/desk.css'
import '../styles/detail.css'
import '../styles/pages.css'
import { DutyPlaces } from '../places.tsx'
import { Reach } from '../reach.tsx'
import { SayForm } from '../saying.tsx'
import { logWords as w } from '../words/log-words.ts'
import { levelShort } from '../words/words.ts'

const OnDutyHere = lazy(() => import('../../rosters/here.tsx'))

const Now = (props: { desk: DutyView; onDone: () => void }) => {
  const current = () => props.desk.current
  const title = () =>
    t(current() ? fill(w.takeOverFrom, { name: current()?.person.name ?? '' }) : w.takeOver)
  return (
    <section class="block" aria-labelledby="duty-now">
      <h2 id="duty-now">{t(w.now)}</h2>
      <p class={current() ? '' : 'bad-words'}>
        <strong>
          {current()
            ? t(
                fill(w.keeps, {
                  name: current()?.person.name ?? '',
                  time: showMoment(current()?.since ?? ''),
                }),
              )
            : t(w.nobody)}
        </strong>
      </p>
      <Show when={props.desk.mayKeep && !props.desk.mine}>
        <Opening class="button primary" label={title()} title={title()} onDone={props.onDone}>
          {(done) => (
            <>
              <p>{t(w.takeOverText)}</p>
              <SayForm
                label={t(w.takeNote)}
                button={t(w.confirm)}
                wanted={null}
                most={2000}
                send={(note, keyOf) => dutyApi.takeOver(props.desk.region, note, keyOf(note))}
                onDone={done}
              />
            </>
          )}
        </Opening>
      </Show>
    </section>
  )
}

const Stood = (props: { shift: ShiftView }) => (
  <Show when={props.shift.standing.length > 0} fallback={<p class="muted">{t(w.noneStood)}</p>}>
    <details>
      <summary>{t(fill(w.standingAtHandover, { n: props.shift.stood }))}</summary>
      <Show when={props.shift.stood > props.shift.standing.length}>
        <p class="bad-words">
          {t(fill(w.standingCut, { n: props.shift.stood, listed: props.shift.standing.length }))}
        </p>
      </Show>
      <ul>
        <For each={props.shift.standing}>
          {(one) => (
            <li>{`${t(levelShort[one.level as 1 | 2 | 3 | 4])} ${one.name} · ${t(one.acked ? w.acked : w.open)} · ${showMoment(one.raisedAt)}`}</li>
          )}
        </For>
      </ul>
    </details>
  </Show>
)

const Shifts = (props: { desk: DutyView }) => (
  <section class="block" aria-labelledby="duty-shifts">
    <h2 id="duty-shifts">{t(w.shifts)}</h2>
    <ol class="duty-shifts">
      <For each={props.desk.shifts} fallback={<li class="muted">{t(w.noNotes)}</li>}>
        {(one) => (
          <li>
            <strong>
              {t(fill(w.shift, { from: one.from?.name ?? t(w.first), to: one.person.name }))}
            </strong>{' '}
            <span class="muted">{showMoment(one.since)}</span>
            <Show when={one.note}>
              <p>{one.note}</p>
            </Show>
            <Stood shift={one} />
          </li>
        )}
      </For>
    </ol>
  </section>
)

const Log = (props: { desk: DutyView; onDone: () => void }) => (
  <section class="block" aria-labelledby="duty-log">
    <h2 id="duty-log">{t(w.log)}</h2>
    <Show when={props.desk.mayKeep}>
      <SayForm
        label={t(w.text)}
        button={t(w.add)}
        wanted={w.textWanted}
        most={2000}
        send={(text, keyOf) => dutyApi.note(props.desk.region, text, keyOf(text))}
        onDone={() => props.onDone()}
      />
    </Show>
    <ol class="duty-notes">
      <For each={props.desk.notes} fallback={<li class="muted">{t(w.noNotes)}</li>}>
        {(one) => (
          <li>
            <span class="muted">{`${showMoment(one.at)} ${one.by}`}</span>
            <p>{one.text}</p>
          </li>
        )}
      </For>
    </ol>
  </section>
)

const DutyLog = () => {
  const [region, setRegion] = createSignal('')
  const desk = useQuery(() => ({
    queryKey: ['desk', region()],
    queryFn: () => dutyApi.desk(region()),
    refetchOnMount: 'always' as const,
  }))
  const read = () => (desk.isSuccess ? desk.data : null)
  const again = () => void desk.refetch()
  const choose = createUniqueId()
  usePage(() => t(w.title))
  return (
    <div class="duty-page">
      <DutyPlaces />
      <div class="page">
        <h1>{t(w.title)}</h1>
        <Switch fallback={<Skeleton rows={6} />}>
          <Match when={desk.isError && !read()}>
            <Failure error={desk.error} what={w.title} onRetry={again} />
          </Match>
          <Match when={read()}>
            {(one) => (
              <>
                <Show when={one().desks.length > 1}>
                  <p class="duty-choose">
                    <label for={choose}>{t(w.desk)}</label>{' '}
                    <select id={choose} onChange={(event) => setRegion(event.currentTarget.value)}>
                      <For each={one().desks}>
                        {(place) => (
                          <option value={place.region} selected={place.region === one().region}>
                            {t(place.name)}
                          </option>
                        )}
                      </For>
                    </select>
                  </p>
                </Show>
                <div class="two-columns duty-two">
                  <div>
                    <Now desk={one()} onDone={again} />
                    <Log desk={one()} onDone={again} />
                    <section class="block" aria-labelledby="duty-late">
                      <h2 id="duty-late">{t(lateWords.late)}</h2>
                      <LateLines />
                    </section>
                  </div>
                  <div>
                    <Suspense>
                      <OnDutyHere region={one().region} />
                    </Suspense>
                    <Reach desk={one()} />
                    <Shifts desk={one()} />
                  </div>
                </div>
              </>
            )}
          </Match>
        </Switch>
      </div>
    </div>
  )
}

export default DutyLog
