// How does somebody write down what he sees at a place, on a phone that may have no network for a day?
import { createMemo, createSignal, lazy, Show, Suspense } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { outboxOfCase } from '../outbox/entries.ts'
import { inWriting } from '../outbox/entry.ts'
import { screensOf } from '../processes.ts'
import { useQuery } from '../reading/query.ts'
import { useMe } from '../screen/me.ts'
import { Skeleton } from '../screen/states.tsx'
import { fieldNotesOf } from './asking.ts'
import { createHalfNotes } from './half-notes.ts'
import { NoteLines } from './lines.tsx'
import { type PlaceProps, type ShownNote, shownNotes, type WriteNote } from './note.ts'
import { NoteBox } from './note-box.tsx'
import { Status } from './status.tsx'
import { createWhere } from './where.ts'
import { fieldNoteWords as w } from './words.ts'
import { keepNote } from './writing.ts'
import './field-notes.css'
import '../outbox/outbox.css'
import '../form/files-field.css'

/** Loaded after all that is written with. */
const FilmAtThePlace = lazy(() => import('../recordings/at-the-place.tsx'))

/** What is about nothing else of the list. */
const isFree = ({ answers, of }: ShownNote) => Object.keys(answers).length === 0 && of === null

/** What is about no question and no finding. */
const Situation = (props: Omit<PlaceProps, 'children'>) => (
  <section class="block" aria-labelledby="field-situation">
    <h2 id="field-situation">{t(w.situation)}</h2>
    <NoteLines notes={props.notes.filter(isFree)} />
    <Show when={props.act.allowed}>
      <NoteBox topic="situation" about={w.situation} half={props.half} write={props.write} />
    </Show>
  </section>
)

/** Where a process goes through nothing else: what usually comes next on its case is the large button. */
const Alone = (props: Omit<PlaceProps, 'children'>) => (
  <>
    <Situation {...props} />
    <Show when={props.case.acts.find((act) => act.usual && act.allowed && !act.fieldNote)}>
      {(next) => (
        <a
          class="button primary field-next"
          href={paths.act(props.case.id, next().type, next().taskId)}
        >
          {t(next().words)}
        </a>
      )}
    </Show>
  </>
)

const Notes = (props: { case: CaseView; act: ActView }) => {
  const me = useMe()
  const where = createWhere(me().id)
  const [full, setFull] = createSignal(false)
  const [unread, setUnread] = createSignal<string[]>([])
  const read = useQuery(() => fieldNotesOf(props.case.id, me().id, props.act.allowed))
  const arrived = () => (read.isSuccess ? read.data : undefined)
  const entries = createMemo(() =>
    inWriting(outboxOfCase(props.case.id)).filter(({ type }) => type === props.act.type),
  )
  const notes = createMemo(() => shownNotes(arrived()?.notes ?? [], entries()))
  const half = createHalfNotes({
    person: me().id,
    caseId: props.case.id,
    type: props.act.type,
    title: props.act.words,
    href: paths.act(props.case.id, props.act.type),
  })
  const write: WriteNote = async (note) => {
    const written = { view: props.case, act: props.act, author: me(), place: where.now() }
    const nothing = { kept: false, unread: [] as string[] }
    const { kept, unread } = await keepNote(written, note).catch(() => nothing)
    setFull(!kept)
    setUnread(unread)
    return kept
  }
  const own = useQuery(() => ({
    queryKey: ['place', props.case.process],
    queryFn: async () => (await screensOf(props.case.process))?.AtThePlace ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  }))
  const shown = () => ({
    case: props.case,
    act: props.act,
    notes: notes(),
    joins: arrived()?.joins ?? [],
    half,
    write,
  })
  return (
    <>
      <h1>{t(props.act.words)}</h1>
      <p class="muted">{[props.case.title, props.case.number].join(' · ')}</p>
      <Status
        entries={entries()}
        where={where}
        full={full()}
        unread={unread()}
        closed={props.act.allowed ? null : props.case.state}
        name={props.case.number}
      />
      <Suspense>
        <FilmAtThePlace id={props.case.id} />
      </Suspense>
      <Show when={read.isError && !arrived()}>
        <p class="muted">{t(w.others)}</p>
      </Show>
      <Show when={own.isSuccess}>
        <Show when={own.data} fallback={<Alone {...shown()} />}>
          {(AtThePlace) => (
            <Suspense fallback={<Skeleton rows={8} />}>
              <Dynamic component={AtThePlace()} {...shown()}>
                <Situation {...shown()} />
              </Dynamic>
            </Suspense>
          )}
        </Show>
      </Show>
    </>
  )
}

const FieldNotes = (props: { case: CaseView }) => (
  <div class="field-page">
    <Show when={props.case.acts.find(({ fieldNote }) => fieldNote === 'note')}>
      {(act) => <Notes case={props.case} act={act()} />}
    </Show>
  </div>
)

export default FieldNotes
