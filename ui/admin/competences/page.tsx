// Which bureau deals with which alarm and event, and what waits for a second administrator?
import { createSignal, For, Show } from 'solid-js'
import type {
  CompetenceRow,
  CompetenceTableView,
} from '../../../contract/organisation/competences.ts'
import { t } from '../../client/words.ts'
import { Answered } from '../../reading/answered.tsx'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { PlainTable } from '../../screen/plain-table.tsx'
import { competenceQueries } from './client.ts'
import { ProposeCompetence } from './form.tsx'
import { CompetenceHistory, levelWords, termOf } from './history.tsx'
import { competenceWords as w } from './words.ts'
import '../../form/fields.css'
import '../admin.css'

const standingOf = (one: CompetenceRow, today: string) =>
  one.inForce ? w.inForce : one.from > today ? w.later : w.aside

const Row = (props: { one: CompetenceRow; today: string }) => (
  <tr>
    <th scope="row">{t(props.one.words)}</th>
    <td>{t(props.one.place)}</td>
    <td>
      <strong>{t(props.one.officeWords)}</strong>
      <Show when={props.one.office !== 'command'}>
        <br />
        <span class="muted">{t(levelWords(props.one))}</span>
      </Show>
    </td>
    <td>{props.one.order === null ? t(w.first) : termOf(props.one)}</td>
    <td>{props.one.order}</td>
    <td>{t(standingOf(props.one, props.today))}</td>
  </tr>
)

const heads = [w.matter, w.place, w.office, w.term, w.ground, w.standing]

const Whole = (props: { table: CompetenceTableView; onChanged: () => void }) => {
  const [open, setOpen] = createSignal(false)
  const done = () => {
    setOpen(false)
    props.onChanged()
  }
  return (
    <>
      <Show when={props.table.mayPropose && !open()}>
        <p class="form-actions admin-acts">
          <button type="button" class="button primary" onClick={() => setOpen(true)}>
            {t(w.propose)}
          </button>
        </p>
      </Show>
      <Show when={open()}>
        <ProposeCompetence table={props.table} onDone={done} onBack={() => setOpen(false)} />
      </Show>
      <section class="block">
        <PlainTable name={w.title} heads={heads}>
          <For each={props.table.items}>{(one) => <Row one={one} today={props.table.today} />}</For>
        </PlainTable>
      </section>
      <CompetenceHistory items={props.table.history} onChanged={props.onChanged} />
    </>
  )
}

const Competences = () => {
  const found = useQuery(competenceQueries.table)
  usePage(() => t(w.title))
  return (
    <>
      <h1>{t(w.title)}</h1>
      <p class="lead">{t(w.lead)}</p>
      <p class="notice">{t(w.effect)}</p>
      <Answered found={found} what={w.title} rows={8}>
        {(table) => <Whole table={table()} onChanged={() => void found.refetch()} />}
      </Answered>
    </>
  )
}

export default Competences
