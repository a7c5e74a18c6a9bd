// By which amounts of the rule book is an emergency graded?

export const emergencyAmountIds = [
  'accident-level.deaths',
  'accident-level.serious-injuries',
  'accident-level.direct-loss',
  'accident-level.dangerous-incident',
  'response-level.dead-or-missing',
  'response-level.in-danger',
  'response-level.poisoned-or-injured',
  'response-level.direct-loss',
  'response-level.relocated',
  'special-equipment-level.direct-loss',
  'special-equipment-level.lift-trapped',
  'special-equipment-level.moved-by-toxic-leak',
] as const
