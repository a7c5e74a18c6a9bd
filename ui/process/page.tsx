// What is the rule of a process: its chart in each version, its law, its clocks, and how many cases stand where? (S12)
import { useParams, useSearchParams } from '@solidjs/router'
import { keepPreviousData } from '@tanstack/solid-query'
import { createMemo, createSignal, For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import {
  differenceOf,
  type Standout,
  standoutOf,
} from '../../domain/views/chart/chart-difference.ts'
import { standingIn } from '../../domain/views/chart/chart-outline.ts'
import type { ProcessView } from '../../domain/views/chart/chart-views.ts'
import { ChartPicture } from '../chart/chart.tsx'
import { t } from '../client/words.ts'
import { navigationWords } from '../places/navigation-words.ts'
import { useQuery } from '../reading/query.ts'
import { useKeys } from '../screen/keys.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { PrintHead } from '../screen/print-head.tsx'
import { leaveToScrolling } from '../screen/scroll.tsx'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showTime } from '../screen/time.ts'
import { chartQuery, countsQuery } from './asking.ts'
import { Clocks } from './clocks.tsx'
import { Outline } from './outline.tsx'
import './process.css'
import { inForceWords, Versions } from './versions.tsx'
import { differenceWords, processWords as w } from './words.ts'

const Difference = lazy(() => import('./difference.tsx'))
const Migration = lazy(() => import('./migration.tsx'))

const one = (value: string | string[] | undefined) =>
  typeof value === 'string' && /^\d{1,4}$/.test(value) ? value : ''

/** Which version is looked at, and which one it is held against, stand in the address. */
const useVersions = (newest: () => ProcessView | undefined) => {
  const [search, setSearch] = useSearchParams()
  const all = createMemo(() =>
    [...(newest()?.versions ?? [])].sort((a, b) => a.version - b.version),
  )
  const version = () =>
    one(search.version) === '' ? (newest()?.version ?? 0) : Number(one(search.version))
  const against = () => {
    const wanted = Number(one(search.against))
    return wanted !== version() && all().some((known) => known.version === wanted) ? wanted : null
  }
  const show = (next: number) => {
    const plain = next === newest()?.version ? '' : String(next)
    setSearch({ version: plain, ...(against() === next ? { against: String(version()) } : {}) })
  }
  const move = (by: number) => {
    const next = all()[all().findIndex((known) => known.version === version()) + by]
    if (next) show(next.version)
  }
  return {
    all,
    version,
    against,
    show,
    move,
    versionParameter: () => one(search.version),
    compare: (n: number | null) => setSearch({ against: n ?? '' }),
  }
}

type Standing = { state: string; n: number }[] | undefined

const useStanding = (id: () => string, version: () => number) => {
  const me = useMe()
  const counts = useQuery(() => countsQuery(id(), me().enterprise === null))
  const here = createMemo(() =>
    counts.isSuccess
      ? counts.data.versions.find((known) => known.version === version())
      : undefined,
  )
  const summary = () => {
    if (counts.isError && !counts.data) return t(w.countsFailed)
    const found = here()
    return found && counts.data
      ? t(fill(w.countsAt, { n: found.open, time: showTime(counts.data.at) }))
      : ''
  }
  return { states: (): Standing => here()?.states, summary }
}

const notesOf = ({ states }: ProcessView, standing: Standing): Record<string, string> =>
  Object.fromEntries(
    states.flatMap(({ id }) => {
      const n = standing ? standingIn(standing, id) : 0
      return n > 0 ? [[id, t(fill(w.standing, { n }))]] : []
    }),
  )

const modesOf = ({ states }: ProcessView): Record<string, string> =>
  Object.fromEntries(states.flatMap(({ id, mode }) => (mode ? [[id, t(mode.short)]] : [])))

/** On a phone the words come first; the drawing is there for whoever asks. */
const Picture = (props: {
  process: ProcessView
  standing: Standing
  standout: Standout
  compared: boolean
}) => {
  const [open, setOpen] = createSignal(!window.matchMedia('(max-width: 800px)').matches)
  const notes = createMemo(() => notesOf(props.process, props.standing))
  const modes = createMemo(() => modesOf(props.process))
  return (
    <section class="block picture" aria-labelledby="p-drawing">
      <div class="picture-head">
        <h2 id="p-drawing">{t(w.drawing)}</h2>
        <button
          type="button"
          class="button small"
          aria-expanded={open()}
          onClick={() => setOpen(!open())}
        >
          {t(open() ? w.hideDrawing : w.showDrawing)}
        </button>
      </div>
      <Show when={open()}>
        <p class="muted">
          {t(w.drawingHint)} {props.standing ? t(w.counts) : ''}{' '}
          {Object.keys(modes()).length > 0 ? t(w.modesHint) : ''}
        </p>
        <Show when={props.compared}>
          <p>{t(differenceWords.legend)}</p>
        </Show>
        <ChartPicture
          diagram={props.process.diagram}
          title={props.process.title}
          notes={notes()}
          modes={modes()}
          standout={props.standout}
        />
      </Show>
    </section>
  )
}

type ProcessSheetProps = {
  newest: ProcessView
  process: ProcessView
  other: ProcessView | undefined
  versions: ReturnType<typeof useVersions>
}

/** Told from the older to the newer, whichever of the two is looked at. */
const useDifference = (props: ProcessSheetProps) => {
  const pair = createMemo(() => {
    const { process, other } = props
    if (!other || other.version === process.version) return null
    const [before, after] = other.version < process.version ? [other, process] : [process, other]
    return { from: before.version, to: after.version, difference: differenceOf(before, after) }
  })
  const standout = createMemo((): Standout => {
    const found = pair()
    return found ? standoutOf(found.difference, props.process.diagram) : {}
  })
  return { pair, standout }
}

const ProcessSheet = (props: ProcessSheetProps) => {
  const me = useMe()
  const standing = useStanding(
    () => props.process.id,
    () => props.process.version,
  )
  const { pair, standout } = useDifference(props)
  const ownVersion = () =>
    props.process.versions.find(({ version }) => version === props.process.version)
  const isNewest = () => props.process.version === props.newest.version
  /** Charts whose open cases an administrator may take over, whichever he looks at. */
  const leaving = () =>
    me().appointments.some(({ role }) => role === 'administrator')
      ? props.newest.versions.filter(({ migrates }) => migrates)
      : []
  return (
    <>
      <p role="status">
        <strong>{t(fill(w.version, { n: props.process.version }))}</strong> ·{' '}
        <Show when={ownVersion()}>{(known) => inForceWords(known())}</Show> ·{' '}
        {t(isNewest() ? w.newCases : w.oldCases)}
        <Show when={standing.summary()}>{(summary) => <> · {summary()}</>}</Show>
      </p>
      <p class="muted">{props.process.law}</p>
      <Suspense fallback={<Skeleton rows={4} />}>
        <For each={leaving()}>
          {({ version }) => (
            <Migration process={props.process.id} from={version} to={props.newest.version} />
          )}
        </For>
      </Suspense>
      <Picture
        process={props.process}
        standing={standing.states()}
        standout={standout()}
        compared={pair() !== null}
      />
      <Suspense fallback={<Skeleton rows={4} />}>
        <Show when={pair()}>{(found) => <Difference {...found()} />}</Show>
      </Suspense>
      <Outline process={props.process} standing={standing.states()} standout={standout()} />
      <Clocks process={props.process} />
    </>
  )
}

const Process = () => {
  const params = useParams()
  const id = () => params.id ?? ''
  const newest = useQuery(() => chartQuery(id(), ''))
  const versions = useVersions(() => (newest.isSuccess ? newest.data : undefined))
  const chart = useQuery(() => ({
    ...chartQuery(id(), versions.versionParameter()),
    placeholderData: keepPreviousData,
  }))
  const other = useQuery(() => ({
    ...chartQuery(id(), versions.against() === null ? '' : String(versions.against())),
    enabled: versions.against() !== null,
  }))
  useKeys({ ArrowLeft: () => versions.move(-1), ArrowRight: () => versions.move(1) })
  usePage(() => t(newest.isSuccess ? newest.data.title : navigationWords.processBook))
  const against = () => (versions.against() !== null && other.isSuccess ? other.data : undefined)
  const failed = () => (newest.isError && !newest.data ? newest : chart.isError ? chart : null)
  return (
    <div class="page process-page" on:keydown={leaveToScrolling}>
      <PrintHead />
      <Show
        when={newest.isSuccess && newest.data}
        fallback={<Show when={failed()}>{<h1>{t(navigationWords.processBook)}</h1>}</Show>}
      >
        {(known) => (
          <>
            <h1>{t(known().title)}</h1>
            <p class="lead">{t(known().summary)}</p>
            <Versions
              versions={versions.all()}
              version={versions.version()}
              against={versions.against()}
              onVersion={versions.show}
              onAgainst={versions.compare}
            />
          </>
        )}
      </Show>
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={failed()}>
          {(query) => (
            <Failure
              error={query().error}
              what={navigationWords.processBook}
              onRetry={() => void query().refetch()}
            />
          )}
        </Match>
        <Match
          when={newest.isSuccess && chart.isSuccess && { newest: newest.data, process: chart.data }}
        >
          {(two) => (
            <ProcessSheet
              newest={two().newest}
              process={two().process}
              other={against()}
              versions={versions}
            />
          )}
        </Match>
      </Switch>
    </div>
  )
}

export default Process
