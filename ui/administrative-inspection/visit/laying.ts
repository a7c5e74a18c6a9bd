// How does what all phones have noted come into the form of the record, to be read and signed by people?
import type { CaseView } from '../../../contract/case/cases.ts'
import {
  type MergedVisit,
  recordFrom,
} from '../../../domain/administrative-inspection/checklists/merged.ts'
import type { ActView } from '../../../domain/engine/judging/act-view.ts'
import { mostFiles } from '../../../domain/evidence/upload.ts'
import { newKey } from '../../client/client.ts'
import { paths } from '../../client/paths.ts'
import type { ShownNote } from '../../field-notes/note.ts'
import { actDraftName, type KeptUpload } from '../../reading/draft.ts'
import { keepDraft, readDraft } from '../../reading/drafts.ts'

type Laid = {
  view: CaseView
  act: ActView
  person: string
  merged: MergedVisit
  notes: readonly ShownNote[]
}

/** Of files that the server has: nothing of them is sent again. */
const asUpload = ({ key, stored }: ShownNote['photos'][number]): KeptUpload[] =>
  stored
    ? [
        {
          key,
          name: stored.name,
          type: stored.type,
          size: stored.size,
          keptAt: '',
          taken: {},
          stored,
          storedAt: new Date().toISOString(),
        },
      ]
    : []

/** Photographs of what is not met come first. */
const photosOf = (notes: readonly ShownNote[], found: ReadonlySet<string>): KeptUpload[] => {
  const weight = ({ answers, of, id }: ShownNote) =>
    found.has(answers.question ?? '') || found.has(of ?? '') || found.has(id) ? 0 : 1
  return [...notes]
    .sort((one, other) => weight(one) - weight(other))
    .flatMap(({ photos }) => photos.flatMap(asUpload))
    .slice(0, mostFiles)
}

/** What somebody has written into the form already stays, but for what was answered at the place. Answers where the form stands. */
export const layRecord = async ({ view, act, person, merged, notes }: Laid): Promise<string> => {
  const name = actDraftName(view.id, act.type)
  const href = paths.act(view.id, act.type, act.taskId)
  const before = await readDraft(person, name).catch(() => undefined)
  const { situation, ...answered } = recordFrom(merged, notes)
  const unmet = merged.questions.flatMap(({ question, given, answer }) =>
    answer === 'no' || given.some((one) => one.answer === 'no') ? [question.id] : [],
  )
  const found = new Set([...unmet, ...merged.findings.map(({ id }) => id)])
  await keepDraft(person, {
    name,
    title: {
      zh: `${act.words.zh} · ${view.number}`,
      en: `${act.words.en} · ${view.number}`,
    },
    href,
    labels: before?.labels ?? {},
    data: { ...(situation ? { situation } : {}), ...before?.data, ...answered },
    uploads: { ...before?.uploads, photos: photosOf(notes, found) },
    request: before?.request ?? { key: newKey(), sentAs: '', unanswered: false },
  })
  return href
}
