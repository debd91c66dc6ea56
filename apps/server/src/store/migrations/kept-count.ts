import type { Dialect } from '../session.ts';

/** A table of counts that the database keeps itself, whoever writes to the table that is counted. */
export interface KeptCount {
  /** The table whose rows are counted. */
  readonly of: string;
  /** The columns that rows counted together share: the key of the table of counts. */
  readonly by: readonly string[];
  /** The columns that tell apart what is counted: rows that share them too are counted once. */
  readonly each: readonly string[];
  /** The column that holds how many there are. */
  readonly as: string;
}

/** The counts as they are when the table of counts is made. */
export function presentCounts({ of, by, each }: KeptCount): string {
  const columns = by.join(', ');
  return `select ${columns}, count(*) from (select distinct ${[...by, ...each].join(', ')} from ${of}) counted
    group by ${columns}`;
}

/**
 * Triggers that keep a table of counts: a row comes with the first that is counted and goes with the last. Each runs before
 * the row that it is about changes, when both databases show all that the same statement has done to other rows. A statement
 * that inserts only what is absent must not be used on the table: its rows are counted before they are passed over.
 *
 * @param name of the table of counts, which is there and holds the counts of now
 */
export function countingTriggers(dialect: Dialect, name: string, count: KeptCount): readonly string[] {
  return dialect === 'sqlite' ? triggersOfSqlite(name, count) : triggersOfPostgres(name, count);
}

function triggersOfSqlite(name: string, count: KeptCount): readonly string[] {
  const { of } = count;
  const trigger = (event: string, happening: string, statements: string) =>
    `create trigger ${name}_before_${event} before ${happening} on ${of} begin ${statements} end`;
  return [
    trigger('insert', 'insert', added(name, count)),
    trigger('delete', 'delete', taken(name, count)),
    `create trigger ${name}_before_update before update on ${of} when ${moved(count)}
     begin ${taken(name, count)} ${added(name, count)} end`,
  ];
}

function triggersOfPostgres(name: string, count: KeptCount): readonly string[] {
  return [
    `create function keep_${name}() returns trigger language plpgsql as $$
     begin
       if tg_op = 'UPDATE' and not (${moved(count)}) then return new; end if;
       if tg_op <> 'INSERT' then ${taken(name, count)} end if;
       if tg_op <> 'DELETE' then ${added(name, count)} return new; end if;
       return old;
     end $$`,
    `create trigger ${name}_kept before insert or delete or update on ${count.of}
     for each row execute function keep_${name}()`,
  ];
}

/** Counts a row that is about to come, unless one is there that it is counted with. */
function added(name: string, count: KeptCount): string {
  const { by, as } = count;
  const values = by.map(column => `new.${column}`);
  return `
    insert into ${name} (${by.join(', ')}, ${as}) select ${values.join(', ')}, 1
    where not exists (select 1 ${countedWith('new', count)})
    on conflict (${by.join(', ')}) do update set ${as} = ${name}.${as} + 1;`;
}

/** Counts a row no more that is about to go, unless another stays that it is counted with. */
function taken(name: string, count: KeptCount): string {
  const { by, as } = count;
  const same = by.map(column => `${column} = old.${column}`).join(' and ');
  return `
    update ${name} set ${as} = ${as} - 1 where ${same} and (select count(*) ${countedWith('old', count)}) = 1;
    delete from ${name} where ${same} and ${as} = 0;`;
}

function countedWith(row: 'old' | 'new', { of, by, each }: KeptCount): string {
  return `from ${of} one where ${[...by, ...each].map(column => `one.${column} = ${row}.${column}`).join(' and ')}`;
}

/** Whether an update makes the row count elsewhere. */
function moved({ by, each }: KeptCount): string {
  return [...by, ...each].map(column => `old.${column} <> new.${column}`).join(' or ');
}
