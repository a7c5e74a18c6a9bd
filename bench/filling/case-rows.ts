// Which rows does a copy of a case have, at another place and moment?

/**
 * FROM and below of an insert. `made`: a table of one row for each copy (source, id, number, ended, place, home, region, enterprise, shift). Ids within a
 * row are replaced in its text, and the region that is its `home` (none where empty); moments are moved column by column.
 */
export const copiedFrom = (
  table: string,
  made: string,
  source: string,
  more: Record<string, string>,
): string => {
  const set = Object.entries(more).map(([column, value]) => `'${column}', ${value}`)
  return `FROM ${made} m JOIN ${table} t ON t.${source} = m.source${source === 'id' && table === 'alarms' ? '::uuid' : ''},
    LATERAL (SELECT replace(replace(to_jsonb(t)::text, m.source, m.id), m.home, m.region)::jsonb AS row) same,
    LATERAL jsonb_populate_record(NULL::${table}, same.row || jsonb_build_object(${set.join(', ')})) AS written`
}

/** Copies of everything that stands of a case in lists; a closed one has no open task and no running period. */
export const rowsOfCopies = (made: string): string[] => {
  const shift = (column: string) => ({ [column]: `t.${column} + m.shift` })
  const place = { region: 'm.region' }
  const owned = { ...place, owner: 'm.enterprise' }
  return [
    `INSERT INTO cases SELECT written.* ${copiedFrom('cases', made, 'id', {
      ...owned,
      ...shift('opened_at'),
      number: 'm.number',
      status: `CASE WHEN m.ended THEN 'closed' ELSE t.status END`,
      level: `CASE WHEN m.ended THEN NULL ELSE t.level END`,
      closed_at: `CASE WHEN m.ended THEN coalesce(t.closed_at, t.opened_at + interval '6 hours') + m.shift END`,
      due_at: 't.due_at + m.shift',
      wake_at: 'NULL::text',
      record: `(same.row -> 'record') || jsonb_build_object('number', m.number, 'region', m.region, 'owner', m.enterprise,
        'openedAt', to_char((t.opened_at + m.shift) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || CASE WHEN m.ended THEN jsonb_build_object('status', 'closed',
        'closedAt', to_char((t.opened_at + m.shift + interval '6 hours') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ELSE '{}' END`,
    })}`,
    `INSERT INTO case_facts SELECT written.* ${copiedFrom('case_facts', made, 'case_id', {
      ...shift('occurred_at'),
      ...shift('recorded_at'),
    })}`,
    `INSERT INTO case_items SELECT written.* ${copiedFrom('case_items', made, 'case_id', {
      ...shift('opened_at'),
      ...shift('moved_at'),
      ...shift('ended_at'),
      ...shift('due_at'),
    })}`,
    `INSERT INTO tasks SELECT written.* ${copiedFrom('tasks', made, 'case_id', {
      ...owned,
      ...shift('opened_at'),
      open: 't.open AND NOT m.ended',
      done_by: `CASE WHEN m.place % 20 = 0 THEN t.done_by ELSE 'bench-' || m.place % 20 END`,
      closed_at: 't.closed_at + m.shift',
      due_at: `CASE WHEN isfinite(t.due_at) AND t.due_at < '9000-01-01' THEN t.due_at + m.shift ELSE t.due_at END`,
    })}`,
    `INSERT INTO obligations SELECT written.* ${copiedFrom('obligations', made, 'case_id', {
      ...place,
      ...shift('due_at'),
      status: `CASE WHEN m.ended AND t.status = 'running' THEN 'met' ELSE t.status END`,
    })}`,
    `INSERT INTO escalation_levels SELECT written.* ${copiedFrom(
      'escalation_levels',
      made,
      'case_id',
      {
        ...shift('planned_at'),
        status: `CASE WHEN m.ended AND t.status = 'planned' THEN 'cancelled' ELSE t.status END`,
      },
    )}`,
    `INSERT INTO notices SELECT written.* ${copiedFrom('notices', made, 'case_id', {
      ...shift('at'),
      id: 'm.id || t.id',
      effect_id: 'm.id || t.effect_id',
    })}`,
  ]
}
