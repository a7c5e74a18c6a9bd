// Which lanes does the reader want to see?

import { createMemo, For, lazy, Show, Suspense } from 'solid-js'
import { isRegion, regions, regionsBelow } from '../../domain/organisation/regions.ts'
import type { WallFilters } from '../client/supervision.ts'
import { t } from '../client/words.ts'
import { levelWords } from '../clock/level-words.ts'
import { listWords } from '../list/list-words.ts'
import { queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { useMe } from '../screen/me.ts'
import { superviseWords as w } from './words.ts'

/** Few take the list along or keep a filter: what that needs comes when the list stands. */
const ExportMenu = lazy(() => import('../list/export-menu.tsx'))
const SavedFilters = lazy(() => import('../list/saved-filters.tsx'))
const none: WallFilters = { process: '', region: '', level: '', late: '' }

type Props = {
  filters: WallFilters
  phone: boolean
  onChange: (part: Partial<WallFilters>) => void
}
type Choice = { value: string; words: string }

/** A named choice of a filter bar; the empty one means all. */
export const Select = (props: {
  label: string
  all: string
  choices: Choice[]
  value: string
  onChange: (value: string) => void
}) => (
  <select aria-label={props.label} onChange={(event) => props.onChange(event.currentTarget.value)}>
    <option value="">{props.all}</option>
    <For each={props.choices}>
      {(one) => (
        <option value={one.value} selected={props.value === one.value}>
          {one.words}
        </option>
      )}
    </For>
  </select>
)

const levels = Object.entries(levelWords)

/** Process, region within one's reach, level; only what is late. */
export const Filters = (props: Props) => {
  const me = useMe()
  const list = useQuery(queries.processes)
  const processes = () =>
    list.isSuccess ? list.data.items.map(({ id, title }) => ({ value: id, words: t(title) })) : []
  const reach = createMemo(() => [
    ...new Set(
      me().appointments.flatMap(({ region }) => (isRegion(region) ? regionsBelow(region) : [])),
    ),
  ])
  const places = () => reach().map((code) => ({ value: code, words: t(regions[code].name) }))
  const levelChoices = () => levels.map(([value, words]) => ({ value, words: t(words) }))
  const query = () =>
    Object.fromEntries(Object.entries(props.filters).filter(([, value]) => value !== ''))
  const set = (name: keyof WallFilters) => (value: string) => props.onChange({ [name]: value })
  return (
    <div class="toolbar">
      <Select
        label={t(listWords.processLabel)}
        all={t(listWords.allProcesses)}
        choices={processes()}
        value={props.filters.process}
        onChange={set('process')}
      />
      <Show when={reach().length > 1}>
        <Select
          label={t(w.regionLabel)}
          all={t(w.allRegions)}
          choices={places()}
          value={props.filters.region}
          onChange={set('region')}
        />
      </Show>
      <Select
        label={t(listWords.levelLabel)}
        all={t(listWords.allLevels)}
        choices={levelChoices()}
        value={props.filters.level}
        onChange={set('level')}
      />
      <Show when={!props.phone} fallback={<span class="muted">{t(w.lateOnly)}</span>}>
        <button
          type="button"
          class="chip"
          aria-pressed={props.filters.late === '1'}
          onClick={() => set('late')(props.filters.late === '1' ? '' : '1')}
        >
          {t(w.onlyLate)}
        </button>
      </Show>
      <Suspense>
        <SavedFilters
          list="wall"
          query={query()}
          onUse={(kept) => props.onChange({ ...none, ...kept })}
        />
        <ExportMenu list="clocks" sought={query()} chips={false} />
      </Suspense>
    </div>
  )
}
