// By which attributes can an operator find cases in Temporal? Never lists for users, never personal data.
import { defineSearchAttributeKey } from '@temporalio/common'

export const processAttribute = defineSearchAttributeKey('CaseProcess', 'KEYWORD')
export const stateAttribute = defineSearchAttributeKey('CaseState', 'KEYWORD')
export const chartAttribute = defineSearchAttributeKey('ChartVersion', 'KEYWORD')
