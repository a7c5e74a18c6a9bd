// What would move, and of which kind?
import { createSignal, For, Show } from 'solid-js'
import type { DryRunView, MoveRow, WorkedExamples } from '../../../contract/change/moves.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { changeApi } from '../../client/change.ts'
import { paths } from '../../client/paths.ts'
import { locale, t } from '../../client/words.ts'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showStamp } from '../../screen/time.ts'
import { changeWords as w } from './words.ts'

const Figure = (props: { label: Text; value: number }) => (
  <div>
    <dt>{t(props.label)}</dt>
    <dd>{props.value}</dd>
  </div>
)

const Clocks = (props: { clocks: DryRunView['clocks'] }) => (
  <PlainTable captioned name={w.perClock} heads={[w.clock, w.movedCount, w.firmed]}>
    <For each={props.clocks}>
      {(one) => (
        <tr>
          <th scope="row">{t(one.words)}</th>
          <td>{one.movedCount}</td>
          <td>{one.firmed}</td>
        </tr>
      )}
    </For>
  </PlainTable>
)

const groundOf = ({ versions, grade }: MoveRow): string => {
  if (grade) return versions?.to ? t(fill(w.byAmount, { to: versions.to })) : t(w.takenBackAmount)
  return versions
    ? t(fill(w.byVersion, { from: versions.from ?? '', to: versions.to ?? '' }))
    : t(w.byDays)
}

const Places = (props: { places: DryRunView['places'] }) => (
  <PlainTable
    captioned
    name={w.perPlace}
    heads={[w.process, w.region, w.movedCount, w.newlyOverdue, w.noLongerOverdue]}
  >
    <For each={props.places}>
      {(one) => (
        <tr>
          <th scope="row">{t(one.processWords)}</th>
          <td>{t(one.regionWords)}</td>
          <td>{one.movedCount}</td>
          <td>{one.newlyOverdue}</td>
          <td>{one.noLongerOverdue}</td>
        </tr>
      )}
    </For>
  </PlainTable>
)

/** Grades have no dates: what they were, and what they become. */
const GradeRows = (props: { rows: MoveRow[] }) => (
  <PlainTable captioned name={w.rows} heads={[w.number, w.grade, w.gradeFrom, w.gradeTo, w.ground]}>
    <For each={props.rows}>
      {(row) => (
        <tr>
          <th scope="row">
            <a href={paths.case(row.caseId, 'record')}>{row.number}</a>
          </th>
          <td>{t(row.clockWords)}</td>
          <td>{row.grade ? t(row.grade.from) : row.from}</td>
          <td>
            <strong>→ {row.grade ? t(row.grade.to) : row.to}</strong>
          </td>
          <td>{groundOf(row)}</td>
        </tr>
      )}
    </For>
  </PlainTable>
)

export const Examples = (props: { examples: WorkedExamples }) => (
  <Show when={props.examples.checked > 0}>
    <section class="block" aria-labelledby="cal-examples">
      <h2 id="cal-examples">{t(w.examples)}</h2>
      <p>
        {t(
          props.examples.changed.length === 0
            ? fill(w.examplesSame, { n: props.examples.checked })
            : fill(w.examplesChanged, {
                n: props.examples.checked,
                changed: props.examples.changed.length,
              }),
        )}
      </p>
      <Show when={props.examples.changed.length > 0}>
        <PlainTable captioned name={w.examples} heads={[w.example, w.gradeFrom, w.gradeTo]}>
          <For each={props.examples.changed}>
            {(one) => (
              <tr>
                <th scope="row">
                  {one.no} {t(one.title)}
                </th>
                <td>
                  <Steps steps={one.before} />
                </td>
                <td>
                  <Steps steps={one.after} />
                </td>
              </tr>
            )}
          </For>
        </PlainTable>
      </Show>
    </section>
  </Show>
)

const Steps = (props: { steps: Text[] }) => (
  <For each={props.steps}>{(step) => <div>{t(step)}</div>}</For>
)

const Rows = (props: { rows: MoveRow[] }) => (
  <PlainTable
    captioned
    name={w.rows}
    heads={[w.number, w.clock, w.from, w.to, w.late, w.sure, w.steps, w.ground]}
  >
    <For each={props.rows}>
      {(row) => (
        <tr>
          <th scope="row">
            <a href={paths.case(row.caseId, 'clocks')}>{row.number}</a>
          </th>
          <td>{t(row.clockWords)}</td>
          <td>{row.from}</td>
          <td>{row.from === row.to ? t(w.sameDate) : <strong>→ {row.to}</strong>}</td>
          <td>{row.late === null ? '' : t(row.late === 'newly' ? w.lateNewly : w.lateNoLonger)}</td>
          <td>{t(row.firm ? w.firm : w.estimated)}</td>
          <td>{row.escalationLevels}</td>
          <td>{groundOf(row)}</td>
        </tr>
      )}
    </For>
  </PlainTable>
)

/** `id`: a stored proposal has all rows, page by page; a dry run that is not kept has only the first. */
const Moves = (props: { run: DryRunView; id: string | undefined; graded: boolean }) => {
  const [further, setFurther] = createSignal<MoveRow[]>([])
  const [cursor, setCursor] = createSignal<string | null>('')
  let reading = false
  const more = async () => {
    if (reading) return
    reading = true
    const page = await changeApi.moves(props.id ?? '', cursor()).catch(() => null)
    reading = false
    if (!page) return
    setFurther(cursor() === '' ? page.items : [...further(), ...page.items])
    setCursor(page.cursor)
  }
  const rows = () => (further().length > 0 ? further() : props.run.rows)
  return (
    <Show
      when={props.run.movedCount > 0}
      fallback={<p class="muted">{t(props.graded ? w.nothingGraded : w.nothing)}</p>}
    >
      <Show when={props.id}>
        {(id) => (
          <p class="print-hidden">
            <For each={['xlsx', 'csv'] as const}>
              {(format) => (
                <a class="button small" href={changeApi.export(id(), format, locale())} download="">
                  {t(format === 'xlsx' ? w.workbook : w.csv)}
                </a>
              )}
            </For>
          </p>
        )}
      </Show>
      <Show when={props.graded} fallback={<Rows rows={rows()} />}>
        <GradeRows rows={rows()} />
      </Show>
      <Show when={rows().length < props.run.movedCount}>
        <p class="muted">
          {t(fill(w.firstRows, { n: rows().length, total: props.run.movedCount }))}{' '}
          <Show when={props.id && cursor() !== null}>
            <button type="button" class="button small" onClick={() => void more()}>
              {t(w.more)}
            </button>
          </Show>
        </p>
      </Show>
    </Show>
  )
}

/** `graded`: of an amount, which moves grades and no dates. */
export const Preview = (props: { run: DryRunView; id?: string; graded?: boolean }) => (
  <section class="block" aria-labelledby="cal-preview">
    <h2 id="cal-preview">{t(w.preview)}</h2>
    <Show when={props.run.status === 'running'}>
      <p role="status">{t(fill(w.running, { cases: props.run.cases, total: props.run.total }))}</p>
      <progress
        value={props.run.cases}
        max={Math.max(1, props.run.total)}
        aria-label={t(w.preview)}
      />
    </Show>
    <Show when={props.run.status === 'failed'}>
      <p class="notice warn">{t(w.failedRun)}</p>
    </Show>
    <dl class="cal-figures">
      <Figure label={w.cases} value={props.run.cases} />
      <Figure label={props.graded ? w.checkedGrades : w.checked} value={props.run.checked} />
      <Figure label={w.movedCount} value={props.run.movedCount} />
      <Show when={!props.graded}>
        <Figure label={w.newlyOverdue} value={props.run.newlyOverdue} />
        <Figure label={w.noLongerOverdue} value={props.run.noLongerOverdue} />
        <Figure label={w.firmed} value={props.run.firmed} />
      </Show>
      <Figure label={w.unmoved} value={props.run.unmoved} />
    </dl>
    <Show when={props.run.clocks.length > 0 && !props.graded}>
      <Clocks clocks={props.run.clocks} />
      <Places places={props.run.places} />
    </Show>
    <Show when={props.run.status === 'done'}>
      <Moves run={props.run} id={props.id} graded={props.graded ?? false} />
      <p class="muted cal-print">
        {t(
          fill(w.previewOf, {
            time: showStamp(props.run.at),
            base: props.run.base,
            version: props.run.version,
          }),
        )}
      </p>
    </Show>
  </section>
)
