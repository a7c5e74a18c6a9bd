// Which licences are there, and which of them end soon?
import { createSignal, For, lazy } from 'solid-js'
import type { LicenceRow } from '../../contract/licences/licences.ts'
import { fill } from '../../domain/language/words.ts'
import { type Standing, standingNames, standings } from '../../domain/model/register-definition.ts'
import type { LicencesSought } from '../client/licences.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { choiceOf } from '../reading/choice.ts'
import { NoneFound, Paged } from '../reading/paged.tsx'
import { usePages } from '../reading/pages.ts'
import { usePage } from '../screen/page.ts'
import { PrintedFilter } from '../screen/printed-filter.tsx'
import { everything, licencesPage } from './reading.ts'
import { licenceWords as w } from './words.ts'
import '../form/fields.css'
import './licences.css'

const ExportMenu = lazy(() => import('../list/export-menu.tsx'))

const monthsOffered = [1, 3, 6, 12]

const Filters = (props: { sought: LicencesSought; onSeek: (sought: LicencesSought) => void }) => {
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const valueFor = (name: string) => String(data.get(name) ?? '').trim()
    props.onSeek({
      q: valueFor('q'),
      scope: valueFor('scope'),
      standing: choiceOf(standingNames, valueFor('standing')) ?? '',
      within: valueFor('within'),
    })
  }
  return (
    <form class="block licence-filter" onSubmit={submit}>
      <label class="field">
        <span class="field-label">{t(w.search)}</span>
        <input name="q" type="search" value={props.sought.q} />
      </label>
      <label class="field">
        <span class="field-label">{t(w.scopeSearch)}</span>
        <input name="scope" type="search" value={props.sought.scope} />
      </label>
      <label class="field">
        <span class="field-label">{t(w.status)}</span>
        <select name="standing">
          <option value="">{t(w.anyStatus)}</option>
          <For each={standingNames}>
            {(name) => (
              <option value={name} selected={props.sought.standing === name}>
                {t(standings[name])}
              </option>
            )}
          </For>
        </select>
      </label>
      <label class="field">
        <span class="field-label">{t(w.within)}</span>
        <select name="within">
          <option value="">{t(w.anyTime)}</option>
          <For each={monthsOffered}>
            {(n) => (
              <option value={String(n)} selected={props.sought.within === String(n)}>
                {t(fill(w.months, { n }))}
              </option>
            )}
          </For>
        </select>
      </label>
      <button type="submit" class="button primary">
        {t(w.show)}
      </button>
    </form>
  )
}

const Table = (props: { rows: LicenceRow[] }) => (
  <table class="licence-table">
    <thead>
      <tr>
        <For each={[w.number, w.holder, w.scope, w.validity, w.status]}>
          {(head) => <th scope="col">{t(head)}</th>}
        </For>
      </tr>
    </thead>
    <tbody>
      <For each={props.rows}>
        {(row) => (
          <tr>
            <th scope="row">
              <a href={paths.licence(row.id)}>{row.number}</a>
              <span class="muted licence-line">{t(row.kind)}</span>
            </th>
            <td data-label={t(w.holder)}>
              {row.holder}
              <span class="muted licence-line">{t(row.region)}</span>
            </td>
            <td data-label={t(w.scope)}>{row.scope}</td>
            <td data-label={t(w.validity)}>
              {t(fill(w.fromTo, { from: row.validFrom ?? '', until: row.validUntil ?? '' }))}
            </td>
            <td data-label={t(w.status)}>
              <span class={`tag ${row.standing === 'in-force' ? '' : 'dashed'}`}>
                {t(row.words)}
              </span>
            </td>
          </tr>
        )}
      </For>
    </tbody>
  </table>
)

const filterTexts = ({ q, scope, standing, within }: LicencesSought): string[] => [
  q,
  scope,
  standing ? t(standings[standing as Standing]) : '',
  within ? t(fill(w.months, { n: within })) : '',
]

const Licences = () => {
  usePage(() => t(w.title))
  const [sought, setSought] = createSignal(everything)
  const pages = usePages<LicenceRow>(() => ({
    key: ['licences', sought()],
    read: (cursor) => licencesPage(sought(), cursor),
  }))
  const filtered = () => JSON.stringify(sought()) !== JSON.stringify(everything)
  return (
    <div class="page">
      <h1>{t(w.title)}</h1>
      <p class="lead">{t(w.lead)}</p>
      <PrintedFilter
        summary={filterTexts(sought())}
        rows={{ rowCount: pages.items().length, total: pages.total() }}
      />
      <Filters sought={sought()} onSeek={setSought} />
      <div class="licence-bar">
        <span class="muted" role="status">
          {t(fill(w.count, { n: pages.total() }))}
        </span>
        <ExportMenu list="licences" sought={sought()} chips={false} />
        <button type="button" class="button quiet print-button" onClick={() => window.print()}>
          {t(w.print)}
        </button>
      </div>
      <Paged
        pages={pages}
        what={w.loading}
        rows={8}
        more={w.more}
        empty={<NoneFound filtered={filtered()} words={w} onClear={() => setSought(everything)} />}
      >
        <Table rows={pages.items()} />
      </Paged>
    </div>
  )
}

export default Licences
