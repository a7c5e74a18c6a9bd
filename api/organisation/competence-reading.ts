// How do the table of competences and the changes of it look to their reader?
import type {
  CompetenceProposalView,
  CompetenceRow,
  CompetenceTableView,
} from '../../contract/organisation/competences.ts'
import {
  type DecidedCompetence,
  listCompetenceProposals,
  readCompetences,
} from '../../db/change/competences.ts'
import {
  judgeCompetenceAct,
  latestCompetence,
  setsCompetences,
} from '../../domain/competence/decision.ts'
import { competentKinds, matters } from '../../domain/competence/matters.ts'
import { text } from '../../domain/language/words.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import {
  type Competence,
  type CompetenceTable,
  competenceOn,
} from '../../domain/organisation/competence.ts'
import { officeKinds } from '../../domain/organisation/offices.ts'
import { type Region, regions } from '../../domain/organisation/regions.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { Deps, Variables } from '../http/deps.ts'
import { decisionViews, standingView } from './four-eyes-views.ts'

const counties = (Object.keys(regions) as Region[]).filter(
  (region) => regions[region].level === 'county',
)
const wholeCity = text('全市', 'Whole city')

export const competencesOf = async (
  { connection: { db } }: Pick<Deps, 'connection'>,
  { actor, at }: Pick<Variables, 'actor' | 'at'>,
): Promise<CompetenceTableView> => {
  const table = await readCompetences(db)
  const proposals = await listCompetenceProposals(db)
  const today = civilDate(at)
  const order = new Map(proposals.map((one) => [one.id, one.order]))
  return {
    today,
    items: Object.keys(matters).flatMap((matter) =>
      table.rows
        .filter((row) => row.matter === matter && !isOver(row, table, today))
        .map((row) => rowView(row, { table, today, order: order.get(row.id) ?? null })),
    ),
    history: proposals.map((one) => competenceProposalView(one, { actor, table, today })),
    matters: Object.entries(matters).map(([id, words]) => ({ id, words })),
    offices: competentKinds.map((id) => ({ id, words: officeKinds[id] })),
    regions: counties.map((id) => ({ id, words: regions[id].name })),
    mayPropose: setsCompetences(actor),
  }
}

/** Its last day has passed, or a later row without an end has taken its place for good. */
const isOver = (row: Competence, { rows }: CompetenceTable, today: string): boolean =>
  (row.until !== null && row.until < today) ||
  rows
    .slice(rows.indexOf(row) + 1)
    .some(
      (later) =>
        later.matter === row.matter &&
        later.region === row.region &&
        later.from <= today &&
        later.until === null,
    )

type Place = { table: CompetenceTable; today: string }

const rowView = (
  row: Competence,
  { table, today, order }: Place & { order: string | null },
): CompetenceRow => {
  const { matter, region } = row
  return {
    ...competenceView(row),
    inForce: competenceOn(table, { matter, region, day: today })?.id === row.id,
    order,
  }
}

const competenceView = (row: Competence) => {
  const { id, matter, region, office, level, from, until } = row
  return {
    id,
    matter,
    words: matters[matter] ?? text(matter, matter),
    region,
    place: region === null ? wholeCity : regions[region].name,
    office,
    officeWords: officeKinds[office],
    level,
    from,
    until,
  }
}

export const competenceProposalView = (
  one: DecidedCompetence,
  { actor, table, today }: Place & { actor: Actor },
): CompetenceProposalView => {
  const present = { latest: latestCompetence(table, one)?.id ?? null, today }
  return {
    ...competenceView(one),
    ...standingView(one),
    acts:
      one.decision === null && setsCompetences(actor)
        ? decisionViews((type) =>
            judgeCompetenceAct(type, actor, { ...one, decided: false }, present),
          )
        : [],
  }
}
