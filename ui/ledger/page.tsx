// What has an enterprise found when it inspected itself? (自查台账)
import { useSearchParams } from '@solidjs/router'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import type { LedgerPage, LedgerRow } from '../../contract/self-check/self-checks.ts'
import { fill } from '../../domain/language/words.ts'
import { askLedger, ledgerAddress } from '../client/self-check.ts'
import { locale, t } from '../client/words.ts'
import { enterprisesLike } from '../form/choosing.ts'
import { Combobox } from '../form/combobox.tsx'
import { Paged } from '../reading/paged.tsx'
import { usePages } from '../reading/pages.ts'
import { remembered } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { Empty } from '../screen/states.tsx'
import { Entry } from './entry.tsx'
import '../form/fields.css'
import './ledger.css'
import { ledgerWords as w } from './words.ts'

const EntryForm = lazy(() =>
  import('./entry-form.tsx').then((part) => ({ default: part.EntryForm })),
)

const useLedger = (enterprise: () => string | undefined) =>
  usePages<LedgerRow, LedgerPage>(() => {
    const [key, of] = [enterprise() ?? '', enterprise()]
    const read = (cursor: string | null) =>
      cursor === null
        ? remembered(`ledger:${key}`, () => askLedger({ enterprise: of }))
        : askLedger({ enterprise: of, cursor })
    return { key: ['ledger', key], read }
  })

const Exports = (props: { enterprise: string | undefined }) => (
  <For each={['xlsx', 'csv'] as const}>
    {(format) => (
      <a
        class="button small"
        rel="external"
        href={ledgerAddress(format, locale(), props.enterprise)}
        download=""
      >
        {t(w[format])}
      </a>
    )}
  </For>
)

/** Officials choose whose ledger they read. */
const Whose = (props: { onChoose: (id: string | null) => void }) => {
  const [sought, setSought] = createSignal('')
  const found = useQuery(() => enterprisesLike(sought()))
  const options = () =>
    found.isSuccess
      ? found.data.items.map(({ id, name, code }) => ({ id, label: name, detail: code }))
      : []
  return (
    <div class="field ledger-whose">
      <label class="field-label" for="ledger-enterprise">
        {t(w.enterprise)}
      </label>
      <Combobox
        id="ledger-enterprise"
        label={t(w.enterprise)}
        options={options()}
        busy={found.isFetching}
        describedBy={undefined}
        invalid={false}
        onType={setSought}
        onChoose={(option) => props.onChoose(option?.id ?? null)}
      />
    </div>
  )
}

type Writing = { corrects: LedgerRow | null } | null

const Ledger = () => {
  const me = useMe()
  const [search, setSearch] = useSearchParams()
  const [writing, setWriting] = createSignal<Writing>(null)
  const [kept, setKept] = createSignal(false)
  const enterprise = () => (typeof search.enterprise === 'string' ? search.enterprise : undefined)
  const ledger = useLedger(enterprise)
  const open = (corrects: LedgerRow | null) => {
    setKept(false)
    setWriting({ corrects })
  }
  usePage(() => t(w.title))
  return (
    <div class="page portal ledger">
      <header class="portal-head">
        <h1>{t(w.title)}</h1>
        <Show when={me().enterprise && !writing()}>
          <button type="button" class="button primary" onClick={() => open(null)}>
            {t(w.write)}
          </button>
        </Show>
      </header>
      <p class="muted">{t(me().enterprise ? w.lead : w.leadStaff)}</p>
      <Show when={kept()}>
        <p class="confirmation" role="status">
          <strong>✓ {t(w.kept)}</strong>
        </p>
      </Show>
      <Show when={writing()} keyed>
        {(one) => (
          <Suspense>
            <EntryForm
              corrects={one.corrects}
              onCancel={() => setWriting(null)}
              onKept={() => {
                setWriting(null)
                setKept(true)
              }}
            />
          </Suspense>
        )}
      </Show>
      <Show when={!me().enterprise}>
        <Whose onChoose={(id) => setSearch({ enterprise: id })} />
      </Show>
      <Rows ledger={ledger} enterprise={enterprise()} onCorrect={me().enterprise ? open : null} />
    </div>
  )
}

type RowsProps = {
  ledger: ReturnType<typeof useLedger>
  enterprise: string | undefined
  onCorrect: ((row: LedgerRow) => void) | null
}

const Rows = (props: RowsProps) => (
  <Paged
    pages={props.ledger}
    what={w.title}
    rows={5}
    class="matters-skeleton"
    more={w.more}
    empty={<Empty summary={props.onCorrect ? w.empty : w.emptyOf} />}
  >
    <p class="ledger-bar">
      <span class="muted">{t(fill(w.total, { n: props.ledger.total() }))}</span>
      <Exports enterprise={props.enterprise} />
    </p>
    <ul class="entries">
      <For each={props.ledger.items()}>
        {(row) => (
          <Entry row={row} onCorrect={props.onCorrect ? () => props.onCorrect?.(row) : null} />
        )}
      </For>
    </ul>
  </Paged>
)

export default Ledger
