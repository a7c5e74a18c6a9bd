// What was the reader told on a working morning?
import { useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { DigestView } from '../../../contract/supervision/supervision.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import type { DigestItem } from '../../../domain/views/digest.ts'
import { useQuery } from '../../reading/query.ts'
import '../flow/flow.css'
import { paths } from '../../client/paths.ts'
import { askDigest } from '../../client/supervision.ts'
import { t } from '../../client/words.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { Empty } from '../../screen/states.tsx'
import { showDate, showMoment } from '../../screen/time.ts'
import { SuperviseFrame } from '../frame.tsx'
import { digestPageWords as w } from './digest-words.ts'

type Digest = NonNullable<DigestView['digest']>

const columns = [w.number, w.caseTitle, w.region, w.clock, w.due]

const Items = (props: { id: string; name: Text; text: string; items: DigestItem[] }) => (
  <section class="block" aria-labelledby={props.id}>
    <h2 id={props.id}>{t(fill(props.name, { n: props.items.length }))}</h2>
    <p class="muted">{props.text}</p>
    <Show when={props.items.length > 0} fallback={<p>{t(w.nothing)}</p>}>
      <Scroll name={fill(props.name, { n: props.items.length })}>
        <table class="plain-table">
          <caption class="visually-hidden">
            {t(fill(props.name, { n: props.items.length }))}
          </caption>
          <thead>
            <tr>
              <For each={columns}>{(words) => <th scope="col">{t(words)}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.items}>
              {(one) => (
                <tr>
                  <th scope="row">
                    <a href={paths.case(one.caseId, 'clocks')}>{one.number}</a>
                  </th>
                  <td>{one.title}</td>
                  <td>{t(one.region)}</td>
                  <td>{t(one.clock)}</td>
                  <td>{showDate(one.due)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroll>
    </Show>
  </section>
)

const DigestSheet = (props: { digest: Digest }) => (
  <>
    <p>
      {`${showMoment(props.digest.at)} · `}
      <span class="tag">{t(w[props.digest.sent])}</span>
    </p>
    <Show when={props.digest.skipped.length > 0}>
      <p class="notice warn">
        {t(
          fill(w.skipped, {
            days: props.digest.skipped.map(showDate).join(t({ zh: '、', en: ', ' })),
          }),
        )}
      </p>
    </Show>
    <Items
      id="digest-late"
      name={w.late}
      text={t(fill(w.since, { time: showMoment(props.digest.since) }))}
      items={props.digest.late}
    />
    <Items
      id="digest-soon"
      name={w.soon}
      text={t(fill(w.until, { time: showMoment(props.digest.until) }))}
      items={props.digest.soon}
    />
  </>
)

const DigestPage = () => {
  const [search, setSearch] = useSearchParams()
  const date = () => (typeof search.date === 'string' ? search.date : '')
  const query = useQuery(() => ({
    queryKey: ['digest', date()],
    queryFn: () => askDigest(date()),
  }))
  return (
    <SuperviseFrame here={paths.digest()} class="narrow" words={w} found={query} rows={6}>
      {(one) => (
        <>
          <Show when={one().days.length > 0}>
            <div class="toolbar">
              <select
                aria-label={t(w.day)}
                onChange={(event) => setSearch({ date: event.currentTarget.value })}
              >
                <For each={one().days}>
                  {(day) => (
                    <option value={day} selected={day === (one().digest?.day ?? date())}>
                      {showDate(day)}
                    </option>
                  )}
                </For>
              </select>
            </div>
          </Show>
          <Show
            when={one().digest}
            fallback={
              <Empty summary={one().days.length > 0 ? w.noneThatDay : w.none}>
                <Show when={date() !== ''}>
                  <a class="button" href={paths.digest()}>
                    {t(w.newest)}
                  </a>
                </Show>
              </Empty>
            }
          >
            {(digest) => <DigestSheet digest={digest()} />}
          </Show>
        </>
      )}
    </SuperviseFrame>
  )
}

export default DigestPage
