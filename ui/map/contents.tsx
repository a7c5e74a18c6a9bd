// What stands inside the area: how many of each kind, and which?
import { For, Show } from 'solid-js'
import type { AreaContents } from '../../contract/duty/areas.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { showMoment } from '../screen/time.ts'
import { mapWords as w } from './words.ts'

type Row = { id: string; name: string; href?: string }

const Group = (props: { name: Text; total: number; rows: Row[] }) => (
  <>
    <dt>{t(props.name)}</dt>
    <dd>
      <Show when={props.total > 0} fallback={t(fill(w.number, { n: 0 }))}>
        <details>
          <summary>
            <strong>{props.total}</strong>
            <Show when={props.total > props.rows.length}>
              {' '}
              <span class="muted">{t(fill(w.firstOf, { n: props.rows.length }))}</span>
            </Show>
          </summary>
          <ul tabindex="0" aria-label={t(props.name)}>
            <For each={props.rows}>
              {({ name, href }) => (
                <li>
                  <Show when={href} fallback={name}>
                    <a href={href} target="_blank" rel="noopener">
                      {name}
                    </a>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </dd>
  </>
)

const caseRows = ({ cases }: AreaContents): Row[] =>
  cases.items.map(({ id, number, title }) => ({
    id,
    name: `${number} ${title}`,
    href: paths.case(id),
  }))

const People = (props: { people: AreaContents['people'] }) => (
  <>
    <dt>{t(w.people)}</dt>
    <dd>
      <Show when={props.people} fallback={t(w.nobodyCounts)}>
        {(people) =>
          t(
            fill(w.counted, {
              n: people().count,
              points: people().points,
              at: showMoment(people().since),
            }),
          )
        }
      </Show>
    </dd>
  </>
)

export const AreaCounts = (props: { contents: AreaContents }) => (
  <>
    <dl class="area-counts">
      <For each={['enterprises', 'devices', 'cameras', 'alarms'] as const}>
        {(kind) => (
          <Group
            name={w[kind]}
            total={props.contents[kind].total}
            rows={props.contents[kind].items}
          />
        )}
      </For>
      <Group name={w.cases} total={props.contents.cases.total} rows={caseRows(props.contents)} />
      <For each={props.contents.cases.processes}>
        {({ title, total }) => (
          <>
            <dt class="muted">{t(title)}</dt>
            <dd>{total}</dd>
          </>
        )}
      </For>
      <People people={props.contents.people} />
    </dl>
    <p class="muted">{t(fill(w.unplaced, props.contents.unplaced))}</p>
  </>
)
