// How is the whole list taken along as a file, and how far is it?
import { createSignal, createUniqueId, For, Match, onCleanup, Show, Switch } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { type ExportedList, exportAddress } from '../client/exports.ts'
import { locale, t } from '../client/words.ts'
import type { Exported, Progress } from './export.ts'
import './export-menu.css'
import { Failure } from '../screen/states.tsx'
import { exportWords as w } from './export-words.ts'

type Format = 'xlsx' | 'csv'
const formats: Format[] = ['xlsx', 'csv']

type Run =
  | { at: 'rest' | 'cancelled' }
  | { at: 'running'; progress: Progress | null }
  | { at: 'saved'; file: Exported }
  | { at: 'failed'; error: unknown; format: Format }

const number = (value: number) => value.toLocaleString('en-US')
const size = (bytes: number) =>
  bytes < 1_000_000
    ? `${number(Math.ceil(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`

type Sought = Record<string, string | undefined>

/** One export at a time; leaving the page ends it. */
const useExport = (list: ExportedList, sought: () => Sought) => {
  const [run, setRun] = createSignal<Run>({ at: 'rest' })
  let control: AbortController | undefined
  const start = async (format: Format) => {
    control?.abort()
    const own = new AbortController()
    control = own
    const show = (next: Run) => own === control && setRun(next)
    show({ at: 'running', progress: null })
    try {
      const { fetchExport, save } = await import('./export.ts')
      const onProgress = (progress: Progress) =>
        own.signal.aborted || show({ at: 'running', progress })
      const query = { format, lang: locale(), ...sought() }
      const file = await fetchExport(exportAddress(list), query, {
        signal: own.signal,
        onProgress,
        broken: w.broken,
      })
      save(file)
      show({ at: 'saved', file })
    } catch (error) {
      show(own.signal.aborted ? { at: 'cancelled' } : { at: 'failed', error, format })
    }
  }
  onCleanup(() => control?.abort())
  return { run, start, cancel: () => control?.abort() }
}

/** A menu button: arrows walk, Enter chooses, Escape and Tab close. */
const useMenu = (busy: () => boolean) => {
  const [open, setOpen] = createSignal(false)
  const items: HTMLButtonElement[] = []
  let button: HTMLButtonElement | undefined
  const show = () => {
    if (busy()) return
    setOpen(true)
    items[0]?.focus()
  }
  const hide = () => {
    setOpen(false)
    button?.focus()
  }
  const walk = (event: KeyboardEvent) => {
    const next =
      items.indexOf(document.activeElement as HTMLButtonElement) +
      (event.key === 'ArrowUp' ? -1 : 1)
    const places: Record<string, number> = { ArrowDown: next, ArrowUp: next, Home: 0, End: -1 }
    const place = places[event.key]
    if (place === undefined && (event.key !== 'Escape' || !open())) return
    event.preventDefault()
    event.stopPropagation()
    if (!open()) show()
    else if (place === undefined) hide()
    else items.at(place % items.length)?.focus()
  }
  const leave = (event: FocusEvent & { currentTarget: HTMLElement }) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOpen(false)
  }
  const own = (element: HTMLButtonElement) => {
    button = element
  }
  return { open, show, hide, walk, leave, own, items }
}

const Menu = (props: {
  busy: boolean
  chips: boolean
  onChoose: (format: Format) => void
  ref: (button: HTMLButtonElement) => void
}) => {
  const id = createUniqueId()
  const menu = useMenu(() => props.busy)
  const choose = (format: Format) => {
    menu.hide()
    props.onChoose(format)
  }
  const ref = (element: HTMLButtonElement) => {
    menu.own(element)
    props.ref(element)
  }
  return (
    <div class="export-menu" onFocusOut={menu.leave}>
      <button
        ref={ref}
        type="button"
        class="button small"
        aria-haspopup="menu"
        aria-expanded={menu.open()}
        aria-controls={id}
        aria-disabled={props.busy}
        onClick={() => (menu.open() ? menu.hide() : menu.show())}
        onKeyDown={menu.walk}
      >
        {t(w.export)} <span aria-hidden="true">▾</span>
      </button>
      <div class="export-choices" hidden={!menu.open()}>
        <div
          id={id}
          role="menu"
          tabIndex={-1}
          aria-label={t(w.export)}
          aria-describedby={`${id}-note`}
          onKeyDown={menu.walk}
        >
          <For each={formats}>
            {(format) => (
              <button
                ref={(element) => menu.items.push(element)}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => choose(format)}
              >
                {t(w[format])}
              </button>
            )}
          </For>
        </div>
        <p id={`${id}-note`} class="muted" hidden={!props.chips}>
          {t(w.withoutChips)}
        </p>
      </div>
    </div>
  )
}

const Running = (props: { progress: Progress | null; onCancel: () => void }) => {
  const label = () => {
    const { progress } = props
    return progress
      ? fill(w.running, {
          rows: number(progress.rows),
          total: number(progress.total),
          size: size(progress.bytes),
        })
      : w.starting
  }
  return (
    <>
      <progress
        aria-label={t(w.progress)}
        aria-valuetext={t(label())}
        max={Math.max(1, props.progress?.total ?? 1)}
        value={props.progress?.rows ?? 0}
      />
      <span class="export-says">{t(label())}</span>
      <button type="button" class="button small" onClick={() => props.onCancel()}>
        {t(w.cancel)}
      </button>
    </>
  )
}

/** The menu, and below it what became of the choice. `chips` says that the screen shows less than the file will. */
const ExportMenu = (props: { list: ExportedList; sought: Sought; chips: boolean }) => {
  const { run, start, cancel } = useExport(props.list, () => props.sought)
  let button!: HTMLButtonElement
  const as = <At extends Run['at']>(at: At) => {
    const now = run()
    return now.at === at ? (now as Extract<Run, { at: At }>) : null
  }
  const stop = () => {
    cancel()
    button.focus()
  }
  const saved = ({ file }: { file: Exported }) =>
    fill(w.saved, { name: file.name, rows: number(file.rows), size: size(file.bytes) })
  return (
    <>
      <Menu
        busy={run().at === 'running'}
        chips={props.chips}
        onChoose={(format) => void start(format)}
        ref={(element) => {
          button = element
        }}
      />
      <div class="export-run" classList={{ 'visually-hidden': run().at === 'rest' }}>
        <Show when={as('running')}>
          {(now) => <Running progress={now().progress} onCancel={stop} />}
        </Show>
        <Show when={as('running') && props.chips}>
          <span class="muted">{t(w.withoutChips)}</span>
        </Show>
        <Show when={as('failed')}>
          {(now) => (
            <Failure error={now().error} what={w.file} onRetry={() => void start(now().format)} />
          )}
        </Show>
        <span role="status">
          <Switch>
            <Match when={as('running')}>
              <span class="visually-hidden">{t(w.starting)}</span>
            </Match>
            <Match when={as('saved')}>{(now) => t(saved(now()))}</Match>
            <Match when={as('cancelled')}>{t(w.cancelled)}</Match>
          </Switch>
        </span>
      </div>
    </>
  )
}

export default ExportMenu
