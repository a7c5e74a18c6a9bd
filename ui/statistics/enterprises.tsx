// Which enterprises have submitted their table, and which are late?

import { createSignal, For } from 'solid-js'
import type { EnterprisePage, ReportingEnterprise } from '../../contract/statistics/statistics.ts'
import { paths } from '../client/paths.ts'
import { type SoughtStatus, type StatisticsQuery, statisticsApi } from '../client/statistics.ts'
import { t } from '../client/words.ts'
import { Paged } from '../reading/paged.tsx'
import { usePages } from '../reading/pages.ts'
import { Scroll } from '../screen/scroll.tsx'
import { showStamp } from '../screen/time.ts'
import { statisticsWords as w } from './words.ts'

const useStandings = (query: () => StatisticsQuery, status: () => SoughtStatus) =>
  usePages<ReportingEnterprise, EnterprisePage>(() => {
    const [of, wanted] = [query(), status()]
    return {
      key: ['statistics', 'enterprises', of, wanted],
      read: (cursor) => statisticsApi.enterprises(of, wanted, cursor),
    }
  })

const Row = (props: { row: ReportingEnterprise; period: string }) => (
  <tr>
    <th scope="row">
      <a href={paths.ownStatistics(props.period, props.row.id)}>{props.row.name}</a>
    </th>
    <td>{t(props.row.words)}</td>
    <td>{props.row.at ? showStamp(props.row.at) : ''}</td>
    <td>{props.row.late ? t(w.late) : ''}</td>
  </tr>
)

export const Enterprises = (props: { query: StatisticsQuery }) => {
  const [status, setStatus] = createSignal<SoughtStatus>('')
  const found = useStandings(() => props.query, status)
  return (
    <section class="block print-hidden" aria-labelledby="enterprises-title">
      <h2 id="enterprises-title">{t(w.enterprises)}</h2>
      <p class="muted">{t(w.enterprisesHint)}</p>
      <div class="chips">
        <button
          type="button"
          class="chip"
          aria-pressed={status() === ''}
          onClick={() => setStatus('')}
        >
          {t(w.all)}
        </button>
        <For each={found.first.isSuccess ? found.first.data.counts : []}>
          {(one) => (
            <button
              type="button"
              class="chip"
              aria-pressed={status() === one.status}
              onClick={() => setStatus(one.status)}
            >
              {`${t(one.words)} ${one.n}`}
            </button>
          )}
        </For>
      </div>
      <Paged
        pages={found}
        what={w.enterprises}
        rows={4}
        more={w.more}
        empty={<p class="muted">{t(w.noEnterprises)}</p>}
      >
        <Scroll name={w.enterprises}>
          <table class="plain-table">
            <caption class="visually-hidden">{t(w.enterprises)}</caption>
            <thead>
              <tr>
                <For each={[w.enterprise, w.status, w.date]}>
                  {(head) => <th scope="col">{t(head)}</th>}
                </For>
                <th scope="col">
                  <span class="visually-hidden">{t(w.late)}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={found.items()}>
                {(row) => <Row row={row} period={props.query.period} />}
              </For>
            </tbody>
          </table>
        </Scroll>
      </Paged>
    </section>
  )
}
