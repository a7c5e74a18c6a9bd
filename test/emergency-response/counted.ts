// What is an emergency whose process lets everything be counted and published that ever could be?
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { statistics } from '../../domain/hazard-rectification/statistics/statistics.ts'
import type { EventDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { StatisticsDefinition } from '../../domain/model/statistics-definition.ts'

/** One figure: how many have been reported. */
const reports: StatisticsDefinition = {
  ...statistics,
  groups: { report: { zh: '接报', en: 'Reports' } },
  figures: [
    {
      id: 'reported',
      group: 'report',
      kind: 'flow',
      words: { zh: '接报', en: 'Reported' },
      how: { zh: '', en: '' },
    },
  ],
  facts: ['report-emergency'],
  count: (facts, region) =>
    facts.map(({ seq, day }) => ({
      figure: 'reported',
      seq,
      region,
      stock: false,
      day,
      until: null,
      n: 1,
    })),
}

const startResponse = emergencyResponse.events['start-response'] as EventDefinition

/** Today nothing of an emergency is counted by law or published; whatever will be passes the same places. */
export const counted: ProcessDefinition = {
  ...emergencyResponse,
  statistics: reports,
  events: {
    ...emergencyResponse.events,
    'start-response': {
      ...startResponse,
      audience: 'public',
      publishes: true,
      show: { ...startResponse.show, public: startResponse.show.party },
    },
  },
}
