// Which phrases and tables do the documents of an emergency share?
import { list, paragraph } from '../../documents/wording.ts'
import type { DocumentSource, Row } from '../../model/document.ts'
import { isExercise, markedTitle, unmarkedTitle } from '../../model/exercises/exercise.ts'
import type { Level } from '../../organisation/regions.ts'
import {
  areaIn,
  type CountedEvent,
  type Figures,
  figureFields,
  figureNames,
  responseOf,
} from '../event/figures.ts'
import { documents } from './names.ts'

/** 演练 stands in front of everything that an exercise makes. */
export const titled = (
  source: DocumentSource,
  type: keyof typeof documents,
): { title: string } => ({
  title: markedTitle(documents[type].zh, isExercise(source.record)),
})

/** The title of the case without its mark: that stands in the title of the document. */
export const event = ({ record }: DocumentSource): string => unmarkedTitle(record.title)

/** As a sentence names it. */
export const named = (source: DocumentSource): string => `“${event(source)}”事件`

export const matter = (source: DocumentSource): Row[] => [
  ['事件名称', event(source)],
  ['事发单位', source.party.name],
  ...source.rows(['kind', 'equipmentEvent', 'site', 'happenedAt'], 'report-emergency'),
  ['案件编号', source.record.number],
]

export const figuresOf = ({ record }: Pick<DocumentSource, 'record'>): Figures =>
  (record.snapshot.context.figures as Figures | undefined) ?? {}

/** By which amounts its numbers are counted. */
export const countedEvent = ({ record }: Pick<DocumentSource, 'record'>): CountedEvent =>
  record.snapshot.context as CountedEvent

/** Each number, also that nobody knows it. */
export const numbers = (source: DocumentSource): Row[] => {
  const figures = figuresOf(source)
  return figureNames.map((name) => [
    (figureFields[name].form?.words.zh ?? name).replace(/（[^）]*）$/u, ''),
    figures[name] === undefined ? '不明' : `${figures[name]}${name === 'directLoss' ? '元' : '人'}`,
  ])
}

/** By which known numbers the plan reaches which level. */
const reckoning = (source: DocumentSource): string[] => {
  const { spread, capability } = source.record.snapshot.context
  const areas = {
    spread: areaIn(spread) ?? 'county',
    capability: areaIn(capability) ?? 'county',
  } as const
  const { reckoning: steps } = responseOf(figuresOf(source), areas, countedEvent(source))
  return steps.slice(0, -1).map(({ zh }) => zh)
}

export const reckoned = (source: DocumentSource) => {
  const steps = reckoning(source)
  return steps.length > 0 ? [paragraph('按已知情况测算：'), list(steps)] : []
}

const declares = new Set(['start-response', 'resume-response'])
const levelOf = (level: unknown): Level => (Number(level ?? 4) <= 3 ? 'city' : 'county')

/** 分级负责: the two graver levels and the third are declared above the county; whoever has declared a response lowers and ends it. */
export const declaredBy = ({ act, record }: Pick<DocumentSource, 'act' | 'record'>): Level => {
  const { responseLevel, gravestResponse } = record.snapshot.context
  return levelOf(declares.has(act.type) ? act.data.level : (gravestResponse ?? responseLevel))
}

/** Who leads it at the level at which it stands. */
export const commandedBy = ({ record }: Pick<DocumentSource, 'record'>): Level =>
  levelOf(record.snapshot.context.responseLevel)
