// How do the fines of each office lie to the standard of discretion and to like cases? (裁量偏离)
import { useSearchParams } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import type { DiscretionFigures, DiscretionView } from '../../../contract/supervision/discretion.ts'
import { fill } from '../../../domain/language/words.ts'
import { fewestTelling } from '../../../domain/penalties/deviation.ts'
import { paths } from '../../client/paths.ts'
import {
  askDiscretionAgain,
  type DiscretionFilters,
  discretionFile,
} from '../../client/supervision.ts'
import { locale, t } from '../../client/words.ts'
import { Empty } from '../../screen/states.tsx'
import { Select } from '../filters.tsx'
import { SuperviseFrame } from '../frame.tsx'
import { Recompute } from '../recompute.tsx'
import './discretion.css'
import { FinesList } from './discretion-cases.tsx'
import { type StandingName, standingNames, useDiscretion } from './discretion-reading.ts'
import { DiscretionTable, type FineRow } from './discretion-table.tsx'
import { discretionWords as w } from './discretion-words.ts'

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

/** What is looked at stands in the address; `office` or `of` names the row that is open. */
const useSought = () => {
  const [search, setSearch] = useSearchParams()
  const filters = createMemo<DiscretionFilters>(() => ({
    region: text(search.region),
    period: text(search.period),
    cause: text(search.cause),
  }))
  const standing = (): StandingName | '' =>
    standingNames.find((one) => one === search.standing) ?? ''
  const shut = { office: '', of: '', all: '', standing: '' }
  return {
    filters,
    standing,
    office: () => text(search.office),
    of: () => text(search.of),
    all: () => search.all === '1',
    set: (part: Record<string, string>) => setSearch({ ...shut, ...part }),
    show: (part: Record<string, string>) => setSearch(part),
    close: () => setSearch(shut),
  }
}
type Sought = ReturnType<typeof useSought>

const Filters = (props: { sought: Sought; view: DiscretionView | undefined }) => {
  const filters = () => props.sought.filters()
  const places = () =>
    props.view?.regions.map(({ code, name }) => ({ value: code, words: t(name) })) ?? []
  const causes = () =>
    props.view?.choices.map(({ number, name }) => ({ value: number, words: name })) ?? []
  return (
    <div class="toolbar">
      <Show when={places().length > 1}>
        <Select
          label={t(w.region)}
          all={props.view ? t(props.view.region.name) : t(w.region)}
          choices={places()}
          value={filters().region ?? ''}
          onChange={(region) => props.sought.set({ region })}
        />
      </Show>
      <select
        aria-label={t(w.period)}
        onChange={(event) => props.sought.set({ period: event.currentTarget.value })}
      >
        <For each={props.view?.periods ?? []}>
          {({ id, words }) => (
            <option value={id} selected={id === props.view?.period.id}>
              {t(words)}
            </option>
          )}
        </For>
      </select>
      <Select
        label={t(w.cause)}
        all={t(w.allCauses)}
        choices={causes()}
        value={filters().cause ?? ''}
        onChange={(cause) => props.sought.set({ cause })}
      />
    </div>
  )
}

const files = [
  ['offices', w.officeFile],
  ['decisions', w.decisionFile],
] as const

const Run = (props: { view: DiscretionView; filters: DiscretionFilters }) => (
  <Recompute
    at={props.view.computedAt}
    reckon={askDiscretionAgain}
    stale={['discretion', 'fines']}
    class="discretion-run"
  >
    <For each={files}>
      {([rows, words]) => (
        <a
          class="button small"
          rel="external"
          download=""
          href={discretionFile(props.filters, rows, locale())}
        >
          {t(words)}
        </a>
      )}
    </For>
  </Recompute>
)

const everyOffice = '*'

const officeRows = ({ total, offices }: DiscretionView): FineRow[] => [
  rowOf(everyOffice, t(w.total), null, total),
  ...offices.map(({ office, name, region, ...figures }) =>
    rowOf(office, name ? t(name) : t(w.noOffice), t(region.name), figures),
  ),
]
const causeRows = ({ causes }: DiscretionView): FineRow[] =>
  causes.map(({ number, name, ...figures }) =>
    rowOf(number, number === null ? t(w.noCause) : (name ?? number), null, figures),
  )
const rowOf = (
  key: string | null,
  name: string,
  beside: string | null,
  figures: DiscretionFigures,
): FineRow => ({ key, name, beside, figures })

const Tables = (props: { sought: Sought; view: DiscretionView }) => {
  const opened = (): { place: { office: string; cause: string }; name: string } | null => {
    const { office, of, all } = props.sought
    const cause = props.sought.filters().cause ?? ''
    if (all()) return { place: { office: '', cause }, name: t(w.total) }
    const rows = office() ? officeRows(props.view) : causeRows(props.view)
    const key = office() || of()
    if (key === '') return null
    const name = rows.find((row) => row.key === key)?.name ?? key
    return { place: office() ? { office: key, cause } : { office: '', cause: key }, name }
  }
  const place = (one: { office: string; cause: string }) => ({
    region: props.view.region.code,
    period: props.view.period.id,
    ...one,
  })
  return (
    <>
      <DiscretionTable
        title={w.offices}
        first={w.office}
        rows={officeRows(props.view)}
        picked={props.sought.all() ? everyOffice : props.sought.office()}
        onPick={(key) => props.sought.set(key === everyOffice ? { all: '1' } : { office: key })}
      />
      <Show when={opened()}>
        {(one) => (
          <FinesList
            place={place(one().place)}
            name={one().name}
            standing={props.sought.standing()}
            onStanding={(standing) => props.sought.show({ standing })}
            onClose={props.sought.close}
          />
        )}
      </Show>
      <DiscretionTable
        title={w.causes}
        first={w.cause}
        rows={causeRows(props.view)}
        picked={props.sought.of()}
        onPick={(key) => props.sought.set({ of: key })}
      />
      <p class="muted">{t(fill(w.how, { n: fewestTelling }))}</p>
    </>
  )
}

const Discretion = () => {
  const sought = useSought()
  const read = useDiscretion(sought.filters)
  const view = () => (read.isSuccess ? read.data : undefined)
  return (
    <SuperviseFrame
      here={paths.discretion}
      words={w}
      filters={<Filters sought={sought} view={view()} />}
      found={read}
      rows={9}
    >
      {(one) => (
        <>
          <Run view={one()} filters={sought.filters()} />
          <Show when={one().total.decisions > 0} fallback={<Empty summary={w.empty} />}>
            <Tables sought={sought} view={one()} />
          </Show>
        </>
      )}
    </SuperviseFrame>
  )
}

export default Discretion
