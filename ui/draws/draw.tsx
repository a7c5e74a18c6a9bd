// How does one draw stand, and what may this person do about it?
import { createSignal, For, Show } from 'solid-js'
import type { DrawProgress, DrawView } from '../../contract/drawing/draws.ts'
import { fill } from '../../domain/language/words.ts'
import { drawsApi } from '../client/case/draws.ts'
import { newKey } from '../client/client.ts'
import { t } from '../client/words.ts'
import { Answered } from '../reading/answered.tsx'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { Failure } from '../screen/states.tsx'
import { showTime } from '../screen/time.ts'
import { createPressing } from '../shelf/pressing.ts'
import { shelfWords } from '../shelf/words.ts'
import { drawAddress } from './addresses.ts'
import { Binding } from './binding.tsx'
import { NewDay } from './new-day.tsx'
import { drawQueries, readDrawsAnew } from './reading.ts'
import { Visits } from './visits.tsx'
import { drawWords as w } from './words.ts'

const Pool = (props: { draw: DrawView }) => (
  <section class="block">
    <h2>{t(w.pool)}</h2>
    <dl class="draw-facts">
      <dt>{t(w.objects)}</dt>
      <dd>{props.draw.objects}</dd>
      <dt>{t(w.officers)}</dt>
      <dd>{props.draw.officers}</dd>
      <dt>{t(w.hash)}</dt>
      <dd>
        <code>{props.draw.poolSha256}</code>{' '}
        <strong class={props.draw.intact ? '' : 'draw-changed'}>
          {t(props.draw.intact ? w.intact : w.changed)}
        </strong>
      </dd>
      <dt>{t(w.platform)}</dt>
      <dd>
        <code>{props.draw.platform}</code>
      </dd>
      <Show when={props.draw.seed}>
        {(seed) => (
          <>
            <dt>{t(w.seed)}</dt>
            <dd>
              <code>{seed()}</code>
            </dd>
          </>
        )}
      </Show>
    </dl>
    <a class="button" href={drawsApi.record(props.draw.id)} download={`${props.draw.id}.json`}>
      {t(w.record)}
    </a>
  </section>
)

/** Piece by piece, so that it is seen to grow; interrupted, it goes on where it stood. */
const OpenAll = (props: { draw: DrawView }) => {
  const [progress, setProgress] = createSignal<DrawProgress | null>(null)
  const { busy, failed, send } = createPressing(readDrawsAnew)
  const openAll = () =>
    send(async () => {
      for (;;) {
        const now = await drawsApi.openNext(props.draw.id, newKey())
        setProgress(now)
        if (now.opened >= now.total) break
      }
    })
  return (
    <div class="draw-opening">
      <p role="status">
        {t(
          fill(busy() ? w.opening : w.opened, {
            opened: progress()?.opened ?? props.draw.opened,
            total: props.draw.count,
          }),
        )}
      </p>
      <Show when={props.draw.may.open}>
        <progress
          aria-label={t(w.openAll)}
          max={props.draw.count}
          value={progress()?.opened ?? props.draw.opened}
        />
        <button
          type="button"
          class="button primary"
          aria-disabled={busy()}
          onClick={() => void openAll()}
        >
          {t(w.openAll)}
        </button>
      </Show>
      <Show when={failed()}>
        {(error) => <Failure error={error()} onRetry={() => void openAll()} />}
      </Show>
    </div>
  )
}

const Found = (props: { draw: DrawView }) => (
  <>
    <p>
      <a href={drawAddress}>{t(w.back)}</a>
    </p>
    <h1>{props.draw.title}</h1>
    <p class="muted">
      <span class="tag">{t(w.phases[props.draw.phase])}</span> {t(props.draw.region.name)} ·{' '}
      {props.draw.by} · {showTime(props.draw.at)}
    </p>
    <Pool draw={props.draw} />
    <Binding draw={props.draw} />
    <Show when={props.draw.phase === 'drawn'}>
      <section class="block">
        <h2>{t(w.result)}</h2>
        <OpenAll draw={props.draw} />
        <Show when={props.draw.may.setDay}>
          <NewDay draw={props.draw} />
        </Show>
        <Visits draw={props.draw} />
      </section>
    </Show>
    <Show when={props.draw.days.length > 0}>
      <section class="block">
        <h2>{t(w.days)}</h2>
        <ul>
          <For each={props.draw.days}>{(one) => <li>{t(fill(w.dayGiven, one))}</li>}</For>
        </ul>
      </section>
    </Show>
    <Show when={props.draw.recusals.length > 0}>
      <section class="block">
        <h2>{t(w.recusals)}</h2>
        <ul>
          <For each={props.draw.recusals}>{(one) => <li>{t(fill(w.recusal, one))}</li>}</For>
        </ul>
      </section>
    </Show>
  </>
)

export const OneDraw = (props: { id: string }) => {
  const found = useQuery(() => drawQueries.one(props.id))
  usePage(() => found.data?.title ?? t(shelfWords.draws))
  return (
    <div class="page narrow">
      <Answered found={found} what={w.one} rows={8}>
        {(draw) => <Found draw={draw()} />}
      </Answered>
    </div>
  )
}
