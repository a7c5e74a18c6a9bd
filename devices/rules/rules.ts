// Which rules look at what is observed?
import { cylinder } from './cylinder.ts'
import { inspectionOverdue } from './equipment.ts'
import { trapped } from './lift.ts'
import { lorry } from './lorry.ts'
import { pollution } from './pollution.ts'
import { type AnyRule, anyRule } from './rule.ts'
import { overFloodLimit } from './water.ts'

export const rules: readonly AnyRule[] = [
  anyRule(trapped),
  anyRule(cylinder),
  anyRule(pollution),
  anyRule(overFloodLimit),
  anyRule(lorry),
  anyRule(inspectionOverdue),
]
