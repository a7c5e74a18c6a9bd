// Which posts does a person hold, did he hold, and who gave or took them?
import { For, Show } from 'solid-js'
import type { PostView } from '../../../contract/organisation/personnel.ts'
import { fill } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { showStamp } from '../../screen/time.ts'
import { peopleWords as w } from './words.ts'

const status = { held: w.current, planned: w.planned, over: w.over }

const By = (props: { record: PostView['appointedBy'] }) => (
  <Show when={props.record}>
    {(record) => (
      <>
        {record().name} {showStamp(record().at)}
        <br />
        <span class="muted">
          {record().order ? `${record().order} · ` : ''}
          {record().reason}
        </span>
      </>
    )}
  </Show>
)

const Row = (props: { one: PostView; onEnd: (post: PostView) => void }) => (
  <tr>
    <th scope="row">
      {t(props.one.officeName)} · {t(props.one.roleName)}
    </th>
    <td>
      {t(fill(w.since, { time: showStamp(props.one.since) }))}
      <Show when={props.one.until}>
        {(until) => (
          <>
            <br />
            {t(fill(w.until, { time: showStamp(until()) }))}
          </>
        )}
      </Show>
      <br />
      <strong>{t(status[props.one.status])}</strong>
    </td>
    <td>
      {props.one.appointedBy ? (
        <By record={props.one.appointedBy} />
      ) : (
        <span class="muted">{t(w.fromStart)}</span>
      )}
    </td>
    <td>
      <By record={props.one.endedBy} />
    </td>
    <td>
      <Show when={props.one.mayEnd}>
        <button
          type="button"
          class="button small"
          aria-label={`${t(w.end)} ${t(props.one.officeName)} ${t(props.one.roleName)}`}
          onClick={() => props.onEnd(props.one)}
        >
          {t(w.end)}
        </button>
      </Show>
    </td>
  </tr>
)

export const Held = (props: { posts: PostView[]; onEnd: (post: PostView) => void }) => (
  <section class="block" aria-labelledby="person-held">
    <h2 id="person-held">{t(w.held)}</h2>
    <Scroll name={w.held}>
      <table class="plain-table">
        <thead>
          <tr>
            <For each={[w.post, w.term, w.appointedBy, w.endedBy]}>
              {(head) => <th scope="col">{t(head)}</th>}
            </For>
            <td />
          </tr>
        </thead>
        <tbody>
          <For each={props.posts}>{(one) => <Row one={one} onEnd={props.onEnd} />}</For>
        </tbody>
      </table>
    </Scroll>
  </section>
)
